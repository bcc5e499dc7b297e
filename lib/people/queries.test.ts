import { describe, expect, it } from 'vitest'
import { createToken } from '@/lib/people/create-token'
import { keepLocalToken } from '@/lib/people/keep-local-token'
import { actorFromHeaders, hasAccounts, listTokens } from '@/lib/people/queries'
import { revokeToken } from '@/lib/people/revoke-token'
import { db } from '@/lib/platform/db'
import { systemActor } from '@/lib/platform/model'
import { makeGuidelineDraft } from '@/prisma/factories/artifacts'
import { browserOf, makePerson, makeProject, makeService, tokenOf } from '@/prisma/factories/people'

const bearer = (token: string) => new Headers({ authorization: `Bearer ${token}` })
const system = systemActor('start')

describe('an API token', () => {
  it('acts as its owner, is shown once, and is stored as a hash', async () => {
    const person = await makePerson({ isAdmin: true })
    const { token, ...view } = await createToken(person, { name: 'trainer', expiresInDays: 30 })
    expect(await actorFromHeaders(bearer(token))).toEqual({ ...person, via: 'token' })
    const { items } = await listTokens(person)
    expect(items).toMatchObject([{ ...view, lastUsedAt: expect.any(String) }])
    expect(JSON.stringify(await db.apiToken.findMany())).not.toContain(token)
    const noted = await db.auditEntry.findFirstOrThrow({
      where: { action: 'token.created', subjectId: view.id },
    })
    expect(JSON.stringify(noted.data)).not.toContain(token)
  })

  it('notes its use at most once a minute', async () => {
    const { headers } = await tokenOf(await makePerson())
    await actorFromHeaders(headers)
    const used = async () =>
      (await db.apiToken.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })).lastUsedAt
    const first = await used()
    await actorFromHeaders(headers)
    expect(await used()).toEqual(first)
    await db.apiToken.updateMany({ data: { lastUsedAt: new Date(Date.now() - 61_000) } })
    await actorFromHeaders(headers)
    expect((await used())!.getTime()).toBeGreaterThanOrEqual(first!.getTime())
  })

  it('is nothing once revoked or expired, and a session beside it does not help', async () => {
    const person = await makePerson()
    const [revoked, expired] = [await tokenOf(person), await tokenOf(person)]
    const [last] = (await listTokens(person)).items.slice(-1)
    await revokeToken(person, { token: last!.id })
    await db.apiToken.updateMany({
      where: { revokedAt: null },
      data: { expiresAt: new Date(Date.now() - 1) },
    })
    const browser = await browserOf(person)
    for (const { headers } of [revoked, expired]) {
      expect(await actorFromHeaders(headers)).toBeNull()
      headers.set('cookie', browser.get('cookie')!)
      expect(await actorFromHeaders(headers)).toBeNull()
    }
    for (const junk of ['', 'gloss_', 'gloss_nonsense', 'x'.repeat(5000)])
      expect(await actorFromHeaders(bearer(junk))).toBeNull()
  })

  it('is its owner’s to revoke, in the browser', async () => {
    const [owner, other] = [await makePerson(), await makePerson()]
    await tokenOf(owner)
    const [token] = (await listTokens(owner)).items
    await expect(revokeToken(other, { token: token!.id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(revokeToken({ ...owner, via: 'token' }, { token: token!.id })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(
      createToken({ ...owner, via: 'token' }, { name: 'x', expiresInDays: null }),
    ).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('a session', () => {
  it('is read anew with every request: it ends with its row, its time or its owner', async () => {
    const person = await makePerson({ isAdmin: true })
    const browser = await browserOf(person)
    for (let time = 0; time < 2; time++)
      expect(await actorFromHeaders(browser)).toEqual({ ...person, via: 'session' })
    await db.user.update({ where: { id: person.id }, data: { isAdmin: false, name: 'Renamed' } })
    expect(await actorFromHeaders(browser)).toMatchObject({ isAdmin: false, name: 'Renamed' })
    await db.session.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } })
    expect(await actorFromHeaders(browser)).toBeNull()
    await db.session.updateMany({ data: { expiresAt: new Date(Date.now() + 60_000) } })
    expect(await actorFromHeaders(browser)).not.toBeNull()
    await db.session.deleteMany()
    expect(await actorFromHeaders(browser)).toBeNull()
  })

  it('is nobody’s with a signature that is not ours, also beside one that is', async () => {
    const [own, other] = [await browserOf(await makePerson()), await browserOf(await makePerson())]
    const [name, value] = /^([^=]+)=([^;]+)/.exec(own.get('cookie')!)!.slice(1) as [string, string]
    const [, theirs] = /^[^=]+=([^;]+)/.exec(other.get('cookie')!)!
    expect(await actorFromHeaders(own)).not.toBeNull()
    const [token, signature] = decodeURIComponent(value).split('.') as [string, string]
    const [, foreign] = decodeURIComponent(theirs!).split('.')
    const forged = [
      token,
      `${token}.`,
      `${token}.${foreign}`,
      `${token}.${signature}x`,
      `${signature}.${token}`,
      'x'.repeat(5000),
    ]
    for (const one of forged) {
      const sent = `${name}=${encodeURIComponent(one)}`
      expect(await actorFromHeaders(new Headers({ cookie: sent }))).toBeNull()
      // What comes with a good cookie under another name does not become good.
      await actorFromHeaders(new Headers({ cookie: `__Secure-${sent}; ${own.get('cookie')}` }))
      expect(await actorFromHeaders(new Headers({ cookie: sent }))).toBeNull()
    }
  })
})

describe('the local operator', () => {
  it('keeps a token that works, gets a new one for one that does not, and is nobody who could sign in', async () => {
    const people = await hasAccounts()
    const first = await keepLocalToken(system, { current: null, place: 'here' })
    expect(await keepLocalToken(system, { current: first, place: 'here' })).toBe(first)
    const elsewhere = await keepLocalToken(system, { current: null, place: 'there' })
    const second = await keepLocalToken(system, { current: 'gloss_lost', place: 'here' })
    expect(await actorFromHeaders(bearer(first))).toBeNull()
    for (const token of [second, elsewhere])
      expect(await actorFromHeaders(bearer(token))).toMatchObject({
        kind: 'service',
        isAdmin: true,
        via: 'token',
      })
    expect(await hasAccounts()).toBe(people)
    expect(await db.account.count({ where: { userId: 'local-operator' } })).toBe(0)
  })

  it('owns no decision, whatever kind it is written down as: the database refuses', async () => {
    const lead = await makeProject()
    const draft = await makeGuidelineDraft(lead)
    const robot = await makeService({ isAdmin: true })
    const written = (reviewerId: string, reviewerKind: string) =>
      db.decision.create({
        data: {
          projectId: lead.project.id,
          versionId: draft.id,
          contentHash: draft.contentHash,
          reviewerId,
          reviewerKind,
          verdict: 'approve',
          requestKey: crypto.randomUUID(),
        },
      })
    await expect(written(robot.id, 'person')).rejects.toThrow(/foreign key/i)
    await expect(written(robot.id, 'service')).rejects.toThrow(/decision_by_person/)
    await written(lead.id, 'person')
    await expect(db.user.update({ where: { id: lead.id }, data: { kind: 'service' } })).rejects.toThrow()
  })

  it('cannot use a session either, should one ever be made for it', async () => {
    expect(await actorFromHeaders(await browserOf(await makeService({ isAdmin: true })))).toBeNull()
  })
})
