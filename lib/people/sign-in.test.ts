import { describe, expect, it } from 'vitest'
import { acceptInvitation } from '@/lib/people/accept-invitation'
import { actorFromHeaders } from '@/lib/people/queries'
import { signIn } from '@/lib/people/sign-in'
import { signOut } from '@/lib/people/sign-out'
import { db } from '@/lib/platform/db'
import { makeInvitation, makeProject, makeService } from '@/prisma/factories/people'

const password = 'correct horse battery'

async function makeAccount() {
  const email = `${crypto.randomUUID()}@example.org`
  const token = await makeInvitation(await makeProject({ role: 'admin' }))
  await acceptInvitation(null, { token, name: 'Ada', email, password }, new Headers())
  return email
}

const cookieOf = (cookies: Headers) => new Headers({ cookie: cookies.getSetCookie()[0]!.split(';')[0]! })

let caller = 0
const somewhere = () => new Headers({ 'x-forwarded-for': `192.0.2.${++caller}` })

describe('signing in', () => {
  it('opens a session in the database that signing out ends on the server', async () => {
    const email = await makeAccount()
    const { cookies, account } = await signIn(somewhere(), { email, password })
    const headers = cookieOf(cookies)
    const actor = await actorFromHeaders(headers)
    expect(actor).toMatchObject({ id: account.id, via: 'session' })
    const { cookies: taken } = await signOut(actor!, headers)
    expect(taken.getSetCookie().join()).toMatch(/Max-Age=0/)
    expect(await actorFromHeaders(headers)).toBeNull()
    const actions = await db.auditEntry.findMany({ where: { actorId: account.id }, orderBy: { id: 'asc' } })
    expect(actions.map(({ action }) => action).slice(-2)).toEqual(['session.started', 'session.ended'])
  })

  it('says the same of a wrong password, an unknown e-mail and a service account', async () => {
    const email = await makeAccount()
    const service = await makeService({ isAdmin: true })
    const { email: robot } = await db.user.findUniqueOrThrow({ where: { id: service.id } })
    const sessions = await db.session.count()
    for (const one of [email, 'nobody@example.org', robot])
      await expect(signIn(somewhere(), { email: one, password: 'wrong wrong wrong' })).rejects.toMatchObject({
        code: 'unauthenticated',
        details: { reason: 'wrong-credentials' },
      })
    expect(await db.session.count()).toBe(sessions)
  })

  it('slows guessing down: the eleventh try for an e-mail waits, also with the right password and from elsewhere', async () => {
    const email = await makeAccount()
    for (let attempt = 1; attempt <= 10; attempt++)
      await expect(signIn(somewhere(), { email, password: `guess ${attempt}` })).rejects.toMatchObject({
        code: 'unauthenticated',
      })
    await expect(signIn(somewhere(), { email, password })).rejects.toMatchObject({
      code: 'rate_limited',
      details: { params: { seconds: expect.any(Number) } },
    })
    const other = await makeAccount()
    expect(await signIn(somewhere(), { email: other, password })).toMatchObject({ account: { email: other } })
  })

  it('does not hold good passwords against anybody', async () => {
    const email = await makeAccount()
    for (let time = 1; time <= 12; time++) await signIn(somewhere(), { email, password })
  })
})

describe('a session', () => {
  it('is nothing once it expired, was forged, or belongs to a service', async () => {
    const email = await makeAccount()
    const { cookies } = await signIn(somewhere(), { email, password })
    const headers = cookieOf(cookies)
    const forged = new Headers({ cookie: headers.get('cookie')!.replace(/=.{4}/, '=AAAA') })
    expect(await actorFromHeaders(forged)).toBeNull()
    await db.session.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } })
    expect(await actorFromHeaders(headers)).toBeNull()
  })
})
