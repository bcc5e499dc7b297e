import { type NextRequest, NextResponse } from 'next/server'

/** Scripts run only with this request's nonce. Next reads it from the request's own policy and puts it on its scripts. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  const policy = contentPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-gloss-path', request.nextUrl.pathname + request.nextUrl.search)
  const answer = NextResponse.next({ request: { headers } })
  answer.headers.set('content-security-policy', policy)
  return answer
}

// Not for the API: Next keeps only the first 10 MB of a body that a proxy has looked at, and an upload would lose its end.
export const config = { matcher: ['/((?!api/|_next/static/).*)'] }

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
