import { type NextRequest, NextResponse } from 'next/server'

export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl
  const isApi = pathname.startsWith('/api/')
  if (isReadable(pathname)) return isApi ? NextResponse.next() : servePage(request)
  return isApi
    ? NextResponse.rewrite(new URL('/api/unreadable', request.url))
    : servePage(request, new URL('/unreadable', request.url))
}

// Of the API only what may be unreadable: Next keeps only the first 10 MB of a body that a proxy has looked at, and an
// upload would lose its end. The address of an upload needs no escapes.
export const config = { matcher: ['/((?!api/|_next/static/).*)', '/api/(.*%.*)'] }

/** Scripts run only with this request's nonce. Next reads it from the request's own policy and puts it on its scripts. */
function servePage(request: NextRequest, elsewhere?: URL): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  const policy = contentPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-gloss-path', request.nextUrl.pathname + request.nextUrl.search)
  const given = { request: { headers } }
  const answer = elsewhere ? NextResponse.rewrite(elsewhere, given) : NextResponse.next(given)
  answer.headers.set('content-security-policy', policy)
  return answer
}

/** At an address with a broken %-escape Next would fail as if the fault were its own; nothing is there. */
function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname)
    return true
  } catch {
    return false
  }
}

const inDevelopment = process.env.NODE_ENV === 'development'

/**
 * Style attributes are allowed, style elements are not: popups are placed and lists are virtual by attribute.
 * The development server reloads by eval and by inline styles; nothing of that is in production.
 */
function contentPolicy(nonce: string): string {
  const rules = {
    'default-src': `'self'`,
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${inDevelopment ? ` 'unsafe-eval'` : ''}`,
    'style-src': inDevelopment ? `'self' 'unsafe-inline'` : `'self' 'nonce-${nonce}'`,
    'style-src-attr': `'unsafe-inline'`,
    'img-src': `'self' data: blob:`,
    'font-src': `'self'`,
    'connect-src': inDevelopment ? `'self' ws:` : `'self'`,
    'worker-src': `'self'`,
    'object-src': `'none'`,
    'frame-src': `'none'`,
    'frame-ancestors': `'none'`,
    'base-uri': `'none'`,
    'form-action': `'self'`,
  }
  return Object.entries(rules)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')
}
