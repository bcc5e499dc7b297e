import { describe, expect, it } from 'vitest'
import { acceptInvitation } from '@/lib/people/accept-invitation'
import { openFirstAccount } from '@/lib/people/open-first-account'
import { actorFromHeaders, readInvitation } from '@/lib/people/queries'
import { revokeInvitation } from '@/lib/people/revoke-invitation'
import { signIn } from '@/lib/people/sign-in'
import { db } from '@/lib/platform/db'
import { systemActor } from '@/lib/platform/model'
import { changeRole } from '@/lib/projects/change-role'
import { removeMember } from '@/lib/projects/remove-member'
import { joinProject, makeInvitation, makePerson, makeProject, makeService } from '@/prisma/factories/people'

const from = new Headers({ 'user-agent': 'a browser' })
const system = systemActor('start')

const account = (name = 'Ada') => ({
  name,
  email: `${name.toLowerCase()}-${crypto.randomUUID()}@example.org`,
  password: 'correct horse battery',
})

async function firstLink(): Promise<string> {
  const path = await openFirstAccount(system)
  return path!.slice('/join/'.length)
}

describe('the first account', () => {
  it('is the admin, and admin of every project that exists; the link works once', async () => {
    const example = await db.project.create({ data: { slug: 'example', name: 'Example' } })
    await makeService({ isAdmin: true })
    const old = await firstLink()
    const token = await firstLink()
    await expect(readInvitation({ token: old })).rejects.toMatchObject({ code: 'not_found' })
    expect(await readInvitation({ token })).toMatchObject({ kind: 'first-account', role: 'admin' })

    const several = await Promise.allSettled(
      ['Ada', 'Bo', 'Cy', 'Di'].map((name) => acceptInvitation(null, { token, ...account(name) }, from)),
    )
    const won = several.filter((one) => one.status === 'fulfilled')
    expect(won).toHaveLength(1)
    expect(won[0]!.value.account.isAdmin).toBe(true)
    expect(await db.user.count({ where: { kind: 'person' } })).toBe(1)
    expect(await db.account.count()).toBe(1)
    expect(await db.membership.findMany()).toMatchObject([
      { projectId: example.id, userId: won[0]!.value.account.id, role: 'admin' },
    ])
    expect(await openFirstAccount(system)).toBeNull()
    for (const loser of several.filter((one) => one.status === 'rejected'))
      expect(loser.reason).toMatchObject({ code: 'not_found', details: { reason: 'invitation-useless' } })
  })

  it('signs in with the cookie that the answer sets', async () => {
    const admin = await makeProject({ role: 'admin' })
    const token = await makeInvitation(admin)
    const { cookies, account: made } = await acceptInvitation(null, { token, ...account() }, from)
    const [line] = cookies.getSetCookie()
    expect(line).toMatch(/HttpOnly/)
    expect(line).toMatch(/SameSite=Lax/)
    const actor = await actorFromHeaders(new Headers({ cookie: line!.split(';')[0]! }))
    expect(actor).toEqual({ kind: 'person', id: made.id, name: 'Ada', isAdmin: false, via: 'session' })
  })
})

describe('a link into a project', () => {
  it('gives one of two racing strangers an account, and leaves nothing of the other', async () => {
    const admin = await makeProject({ role: 'admin' })
    const token = await makeInvitation(admin, 'lead')
    const before = await db.user.count()
    const both = await Promise.allSettled([
      acceptInvitation(null, { token, ...account('Eve') }, from),
      acceptInvitation(null, { token, ...account('Fay') }, from),
    ])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.user.count()).toBe(before + 1)
    expect(await db.membership.count({ where: { projectId: admin.project.id } })).toBe(2)
    const actions = await db.auditEntry.findMany({
      where: { action: 'member.joined', projectId: admin.project.id },
    })
    expect(actions).toMatchObject([{ data: { role: 'lead', before: null } }])
  })

  it('lets a person with an account join instead, and raises a role but never lowers one', async () => {
    const admin = await makeProject({ role: 'admin' })
    const person = await makePerson()
    const roleNow = async () =>
      (await db.membership.findFirst({ where: { userId: person.id, projectId: admin.project.id } }))?.role
    const joined = await acceptInvitation(person, { token: await makeInvitation(admin) }, from)
    expect(joined).toMatchObject({ account: { id: person.id }, projectSlug: admin.project.slug })
    expect(await roleNow()).toBe('annotator')
    await acceptInvitation(person, { token: await makeInvitation(admin, 'lead') }, from)
    expect(await roleNow()).toBe('lead')
    const token = await makeInvitation(admin, 'annotator')
    await expect(acceptInvitation(person, { token }, from)).rejects.toMatchObject({
      details: { reason: 'already-member' },
    })
    expect(await roleNow()).toBe('lead')
    expect(await readInvitation({ token })).toMatchObject({ role: 'annotator', invitedBy: admin.name })
  })

  it('stays good when the e-mail has an account, or what was typed is not enough', async () => {
    const admin = await makeProject({ role: 'admin' })
    const token = await makeInvitation(admin)
    const { email } = await db.user.findUniqueOrThrow({ where: { id: admin.id } })
    await expect(
      acceptInvitation(null, { token, ...account(), email: email.toUpperCase() }, from),
    ).rejects.toMatchObject({ code: 'conflict', details: { reason: 'email-taken' } })
    await expect(
      acceptInvitation(null, { token, ...account(), password: 'short' }, from),
    ).rejects.toMatchObject({ code: 'invalid', details: { issues: [{ path: 'body.password' }] } })
    expect(await readInvitation({ token })).toMatchObject({ kind: 'member' })
  })

  it('is useless once withdrawn, and cannot be withdrawn from another project or once used', async () => {
    const admin = await makeProject({ role: 'admin' })
    const elsewhere = await makeProject({ role: 'admin' })
    const token = await makeInvitation(admin)
    const row = await db.invitation.findFirstOrThrow({ where: { projectId: admin.project.id } })
    await expect(revokeInvitation(elsewhere, { invitation: row.id })).rejects.toMatchObject({
      code: 'not_found',
    })
    await revokeInvitation(admin, { invitation: row.id })
    await revokeInvitation(admin, { invitation: row.id })
    await expect(acceptInvitation(null, { token, ...account() }, from)).rejects.toMatchObject({
      code: 'not_found',
    })
    const used = await makeInvitation(admin)
    await acceptInvitation(null, { token: used, ...account() }, from)
    const accepted = await db.invitation.findFirstOrThrow({
      where: { acceptedById: { not: null }, projectId: admin.project.id },
    })
    await expect(revokeInvitation(admin, { invitation: accepted.id })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('expires', async () => {
    const admin = await makeProject({ role: 'admin' })
    const token = await makeInvitation(admin)
    await db.invitation.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } })
    await expect(readInvitation({ token })).rejects.toMatchObject({ code: 'not_found' })
    await expect(acceptInvitation(null, { token, ...account() }, from)).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('is for people: neither a service nor a token makes or uses one', async () => {
    const admin = await makeProject({ role: 'admin' })
    const token = await makeInvitation(admin)
    const robot = await makeService({ isAdmin: true })
    const refused = { code: 'forbidden', details: { reason: 'session-only' } }
    await expect(acceptInvitation(robot, { token }, from)).rejects.toMatchObject(refused)
    await expect(makeInvitation({ ...admin, ...robot, role: 'admin' })).rejects.toMatchObject(refused)
    await expect(makeInvitation({ ...admin, kind: 'person', via: 'token' })).rejects.toMatchObject(refused)
    const lead = await joinProject(admin.project.slug, { role: 'lead' })
    const { invite } = await import('@/lib/people/invite')
    await expect(invite(lead, { role: 'annotator', note: '' })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('an account', () => {
  it('signs in by any spelling of its e-mail, and the database never sees the password', async () => {
    const admin = await makeProject({ role: 'admin' })
    const given = account('Grace')
    const input = { token: await makeInvitation(admin), ...given, email: given.email.toUpperCase() }
    await acceptInvitation(null, input, from)
    const { account: signedIn } = await signIn(from, {
      ...given,
      email: ` ${given.email.toUpperCase()}`.trim(),
    })
    expect(signedIn).toMatchObject({ name: 'Grace', email: given.email })
    const stored = JSON.stringify([
      await db.account.findMany(),
      await db.auditEntry.findMany({ select: { data: true } }),
    ])
    expect(stored).not.toContain(given.password)
  })
})

describe('a link of somebody who may invite no more', () => {
  it.each(['removed', 'made lead'])('lets nobody in, least of all them: %s', async (what) => {
    const admin = await makeProject({ role: 'admin' })
    const other = await joinProject(admin.project.slug, { role: 'admin' })
    const [kept, own] = [await makeInvitation(admin, 'admin'), await makeInvitation(other, 'admin')]
    if (what === 'removed') await removeMember(admin, { user: other.id })
    else await changeRole(admin, { user: other.id, role: 'lead' })
    const back = acceptInvitation({ ...other }, { token: own }, from)
    await expect(back).rejects.toMatchObject({ details: { reason: 'invitation-useless' } })
    expect(await readInvitation({ token: kept })).toMatchObject({ kind: 'member' })
    const revoked = { projectId: admin.project.id, action: 'invitation.revoked', actorId: admin.id }
    expect(await db.auditEntry.count({ where: revoked })).toBe(1)
  })
})
