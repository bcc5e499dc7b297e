import { expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { readKeys } from '@/lib/reviews/keys/queries'
import { remapKeys } from '@/lib/reviews/keys/remap-keys'
import { remapKeysEndpoint } from '@/lib/reviews/keys/schema'
import { makePerson } from '@/prisma/factories/people'

const reasonOf = (reason: string) => ({ details: { reason } })

test('a person gives commands other keys, one by one and two at once, with a row of each', async () => {
  const ada = await makePerson()
  expect(await readKeys(ada)).toEqual({ keys: {} })
  await remapKeys(ada, { keys: { approve: 'f' } })
  expect(await remapKeys(ada, { keys: { next: 'k', previous: 'j' } })).toEqual({
    keys: { approve: 'f', next: 'k', previous: 'j' },
  })
  expect(await readKeys(ada)).toEqual({ keys: { approve: 'f', next: 'k', previous: 'j' } })
  expect(await readKeys(await makePerson())).toEqual({ keys: {} })
  const rows = await db.auditEntry.findMany({ where: { subjectId: ada.id }, orderBy: { id: 'asc' } })
  expect(rows).toMatchObject([
    { action: 'keys.remapped', data: { before: {}, keys: { approve: 'f' } } },
    { action: 'keys.remapped', data: { before: { approve: 'f' } } },
  ])
})

test('one is given back, or all are, and nothing is written where nothing changes', async () => {
  const ada = await makePerson()
  await remapKeys(ada, { keys: { approve: 'f', skip: 'd' } })
  expect(await remapKeys(ada, { keys: { approve: null } })).toEqual({ keys: { skip: 'd' } })
  expect(await remapKeys(ada, { keys: { skip: 's' } })).toEqual({ keys: {} })
  await remapKeys(ada, { keys: { skip: null } })
  expect(await db.auditEntry.count({ where: { subjectId: ada.id } })).toBe(3)
})

test('two commands of one place never share a key, and reserved keys are refused; what was there stays', async () => {
  const ada = await makePerson()
  await remapKeys(ada, { keys: { approve: 'f' } })
  const refused: [Parameters<typeof remapKeys>[1]['keys'], string][] = [
    [{ skip: 'f' }, 'key-taken'],
    [{ reject: 'a', undo: 'a' }, 'key-taken'],
    [{ approve: 'Mod+w' }, 'key-of-browser'],
    [{ save: 'x' }, 'key-types'],
  ]
  for (const [keys, reason] of refused)
    await expect(remapKeys(ada, { keys })).rejects.toMatchObject(reasonOf(reason))
  await remapKeys(ada, { keys: { skip: 'a' } })
  await expect(remapKeys(ada, { keys: { approve: null } })).rejects.toMatchObject(reasonOf('key-taken'))
  expect(await readKeys(ada)).toEqual({ keys: { approve: 'f', skip: 'a' } })
})

test('of two changes at once neither loses the other', async () => {
  const ada = await makePerson()
  const changes = [{ approve: 'f' }, { skip: 'd' }, { undo: 'u' }, { edit: 'w' }]
  await Promise.all(changes.map((keys) => remapKeys(ada, { keys })))
  expect((await readKeys(ada)).keys).toEqual({ approve: 'f', skip: 'd', undo: 'u', edit: 'w' })
})

test('commands that are no more, and keys that may not be had any more, are left out', async () => {
  const ada = await makePerson()
  const keys = { approve: 'f', dance: 'd', skip: 'Mod+w', undo: 7 }
  await db.keyMap.create({ data: { userId: ada.id, keys } })
  expect(await readKeys(ada)).toEqual({ keys: { approve: 'f' } })
})

test('only a person in the browser changes keys, and only of commands that there are', async () => {
  const ada = await makePerson()
  const byToken = remapKeys({ ...ada, via: 'token' }, { keys: { approve: 'f' } })
  await expect(byToken).rejects.toMatchObject(reasonOf('session-only'))
  const accepts = (keys: unknown) => remapKeysEndpoint.body.safeParse({ keys }).success
  expect([{ approve: 'f' }, { approve: null }, { dance: 'd' }, { approve: 'AB C' }].map(accepts)).toEqual([
    true,
    true,
    false,
    false,
  ])
})
