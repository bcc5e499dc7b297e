import { describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { changeRole } from '@/lib/projects/change-role'
import { createProject } from '@/lib/projects/create-project'
import { enterProject } from '@/lib/projects/enter-project'
import { listMembers } from '@/lib/projects/queries'
import { removeMember } from '@/lib/projects/remove-member'
import { joinProject, makePerson, makeProject, makeService } from '@/prisma/factories/people'

const lastAdmin = { code: 'conflict', details: { reason: 'last-admin' } }

describe('the members of a project', () => {
  it('change role and leave, with an audit row for each', async () => {
    const admin = await makeProject({ role: 'admin' })
    const member = await joinProject(admin.project.slug)
    expect(await changeRole(admin, { user: member.id, role: 'lead' })).toMatchObject({ role: 'lead' })
    await changeRole(admin, { user: member.id, role: 'lead' })
    await removeMember(admin, { user: member.id })
    expect((await listMembers(admin)).items.map(({ userId }) => userId)).toEqual([admin.id])
    const rows = await db.auditEntry.findMany({
      where: { projectId: admin.project.id },
      orderBy: { id: 'asc' },
    })
    expect(rows).toMatchObject([
      { action: 'member.role-changed', actorId: admin.id, data: { before: 'annotator', role: 'lead' } },
      { action: 'member.removed', actorId: admin.id, data: { before: 'lead' } },
    ])
  })

  it('keep an admin: the last one neither steps down nor leaves, and a service does not count', async () => {
    const admin = await makeProject({ role: 'admin' })
    await joinProject(admin.project.slug, { person: await makeService(), role: 'admin' })
    await expect(changeRole(admin, { user: admin.id, role: 'lead' })).rejects.toMatchObject(lastAdmin)
    await expect(removeMember(admin, { user: admin.id })).rejects.toMatchObject(lastAdmin)
  })

  it('keep an admin even when two step down at once', async () => {
    const one = await makeProject({ role: 'admin' })
    const two = await joinProject(one.project.slug, { role: 'admin' })
    const both = await Promise.allSettled([
      changeRole(one, { user: one.id, role: 'annotator' }),
      removeMember(two, { user: two.id }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.membership.count({ where: { projectId: one.project.id, role: 'admin' } })).toBe(1)
  })

  it('are changed by admins in the browser only', async () => {
    const admin = await makeProject({ role: 'admin' })
    const member = await joinProject(admin.project.slug)
    for (const actor of [
      await joinProject(admin.project.slug, { role: 'lead' }),
      { ...admin, kind: 'person', via: 'token' } as const,
      { ...admin, ...(await makeService({ isAdmin: true })) },
    ]) {
      await expect(changeRole(actor, { user: member.id, role: 'admin' })).rejects.toMatchObject({
        code: 'forbidden',
      })
      await expect(removeMember(actor, { user: member.id })).rejects.toMatchObject({ code: 'forbidden' })
    }
    const stranger = await makePerson()
    await expect(changeRole(admin, { user: stranger.id, role: 'lead' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('making a project', () => {
  it('gives equal names different addresses, also at once, and makes the caller its admin', async () => {
    const admin = await makePerson({ isAdmin: true })
    const made = await Promise.all(
      [1, 2, 3].map(() => createProject(admin, { name: 'Harbour news', description: '' })),
    )
    expect(made.map(({ slug }) => slug).sort()).toEqual(['harbour-news', 'harbour-news-2', 'harbour-news-3'])
    await expect(createProject(await makePerson(), { name: 'No', description: '' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const entered = await enterProject(admin, { slug: 'harbour-news-2', needs: 'admin' })
    expect((await listMembers(entered)).items).toMatchObject([
      { userId: admin.id, role: 'admin', decisions: 0 },
    ])
  })

  it('leaves neither project nor audit row when the audit row cannot be written', async () => {
    const admin = await makePerson({ isAdmin: true })
    await db.$executeRaw`ALTER TABLE audit_entry ADD CONSTRAINT none CHECK (action <> 'project.created') NOT VALID`
    await expect(createProject(admin, { name: 'Gone', description: '' })).rejects.toThrow()
    await db.$executeRaw`ALTER TABLE audit_entry DROP CONSTRAINT none`
    expect(await db.project.count({ where: { name: 'Gone' } })).toBe(0)
    expect(await db.membership.count({ where: { userId: admin.id } })).toBe(0)
  })
})

describe('entering a project', () => {
  it('is refused as “not there” to those outside it, and as “forbidden” to a weaker role', async () => {
    const lead = await makeProject({ role: 'lead' })
    const enter = (actor: typeof lead | Awaited<ReturnType<typeof makePerson>>, needs: 'lead' | 'admin') =>
      enterProject(actor, { slug: lead.project.slug, needs })
    await expect(enter(await makePerson(), 'lead')).rejects.toMatchObject({ code: 'not_found' })
    await expect(enterProject(lead, { slug: 'nowhere', needs: 'lead' })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(enter(lead, 'admin')).rejects.toMatchObject({ code: 'forbidden' })
    expect(await enter(await makePerson({ isAdmin: true }), 'admin')).toMatchObject({ role: 'admin' })
  })
})
