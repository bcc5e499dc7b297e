import { describe, expect, it } from 'vitest'
import { actorFromHeaders, readSession } from '@/lib/people/queries'
import { renameAccount } from '@/lib/people/rename-account'
import { renameAccountEndpoint } from '@/lib/people/schema'
import { db } from '@/lib/platform/db'
import { browserOf, makePerson, makeService } from '@/prisma/factories/people'

const deedsOf = (id: string) => db.auditEntry.findMany({ where: { subjectId: id } })

describe('a person', () => {
  it('takes another name, known to their open session at once, with who and what in the audit log', async () => {
    const ada = await makePerson({ name: 'Ada Quill' })
    const browser = await browserOf(ada)
    expect(await renameAccount(ada, { name: 'Ada Marrin' })).toMatchObject({ id: ada.id, name: 'Ada Marrin' })
    expect((await readSession(ada)).name).toBe('Ada Marrin')
    expect(await actorFromHeaders(browser)).toMatchObject({ id: ada.id, name: 'Ada Marrin' })
    expect(await deedsOf(ada.id)).toMatchObject([
      { actorId: ada.id, action: 'account.renamed', data: { before: 'Ada Quill', name: 'Ada Marrin' } },
    ])
  })

  it('leaves no row for a name that stays', async () => {
    const ada = await makePerson({ name: 'Ada Quill' })
    await renameAccount(ada, { name: 'Ada Quill' })
    expect(await deedsOf(ada.id)).toEqual([])
  })

  it('does it in the browser only: no token and no service', async () => {
    const ada = await makePerson()
    const withToken = renameAccount({ ...ada, via: 'token' }, { name: 'Else' })
    await expect(withToken).rejects.toMatchObject({ details: { reason: 'session-only' } })
    const service = renameAccount(await makeService(), { name: 'Else' })
    await expect(service).rejects.toMatchObject({ details: { reason: 'session-only' } })
    expect((await readSession(ada)).name).toBe(ada.name)
  })

  it('cannot be called nothing, or without end', () => {
    const accepts = (name: string) => renameAccountEndpoint.body.safeParse({ name }).success
    expect([' ', '', 'x'.repeat(121)].map(accepts)).toEqual([false, false, false])
    expect(renameAccountEndpoint.body.parse({ name: ' 顾青 ' })).toEqual({ name: '顾青' })
  })
})
