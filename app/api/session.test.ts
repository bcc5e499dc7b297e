import { describe, expect, it } from 'vitest'
import { POST as accept } from '@/app/api/invitations/[token]/accept/route'
import { DELETE, GET, POST } from '@/app/api/session/route'
import { makeInvitation, makeProject } from '@/prisma/factories/people'

const password = 'correct horse battery'

function request(
  method: string,
  path: string,
  given: { body?: object; headers?: Record<string, string> } = {},
) {
  const headers = { 'content-type': 'application/json', ...given.headers }
  const body = given.body && JSON.stringify(given.body)
  return new Request(`http://gloss.test${path}`, { method, headers, body })
}

const context = { params: Promise.resolve({}) }
const signIn = (email: string, secret: string, address = '192.0.2.1') =>
  POST(
    request('POST', '/api/session', {
      body: { email, password: secret },
      headers: { 'x-forwarded-for': address },
    }),
    context,
  )

async function makeAccount() {
  const token = await makeInvitation(await makeProject({ role: 'admin' }))
  const email = `${crypto.randomUUID()}@example.org`
  const body = { name: 'Ada', email, password }
  const answer = await accept(request('POST', `/api/invitations/${token}/accept`, { body }), {
    params: Promise.resolve({ token }),
  })
  return { email, answer }
}

const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]!.split(';')[0]!

describe('a session over HTTP', () => {
  it('begins with the account, is known by its cookie, and ends for good', async () => {
    const { email, answer } = await makeAccount()
    const headers = { cookie: cookieOf(answer) }
    const known = await GET(request('GET', '/api/session', { headers }), context)
    expect(await known.json()).toMatchObject({ name: 'Ada', email, via: 'session' })
    // Many clients send {} where there is nothing to say.
    const ending = request('DELETE', '/api/session', { headers, body: {} })
    expect((await DELETE(ending, context)).status).toBe(200)
    expect((await GET(request('GET', '/api/session', { headers }), context)).status).toBe(401)
  })

  it('is kept from scripts and from other sites', async () => {
    const { email } = await makeAccount()
    const [line] = (await signIn(email, password)).headers.getSetCookie()
    expect(line).toMatch(/; HttpOnly/)
    expect(line).toMatch(/; SameSite=Lax/)
    expect(line).toMatch(/; Path=\//)
    expect(line).not.toMatch(/Domain=/)
  })

  it('answers 429 and how long to wait, to the many tries for one e-mail and from one address', async () => {
    const { email } = await makeAccount()
    for (let n = 1; n <= 10; n++) expect((await signIn(email, 'wrong', `198.51.100.${n}`)).status).toBe(401)
    const slowed = await signIn(email, password, '198.51.100.99')
    expect(slowed.status).toBe(429)
    expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(slowed.headers.getSetCookie()).toEqual([])
    const tries = Array.from({ length: 30 }, (_, n) => signIn(`${n}-${email}`, 'wrong', '203.0.113.7'))
    for (const answer of await Promise.all(tries)) expect(answer.status).toBe(401)
    expect((await signIn(`31-${email}`, 'wrong', '203.0.113.7')).status).toBe(429)
  }, 60_000)
})
