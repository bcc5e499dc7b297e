const OWN = 'http://own.invalid'

/**
 * Only a path of this site: what comes in an address must not lead elsewhere. The path is looked at as a browser reads it,
 * after its dots are resolved: of `/.//elsewhere` nothing but `//elsewhere`, another site, remains.
 */
export function ownPath(next: string | string[] | undefined): string {
  if (typeof next !== 'string' || !next.startsWith('/') || !URL.canParse(next, OWN)) return '/'
  const { origin, pathname, search } = new URL(next, OWN)
  return origin === OWN && !pathname.startsWith('//') ? pathname + search : '/'
}
