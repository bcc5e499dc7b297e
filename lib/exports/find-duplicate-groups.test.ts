import { expect, it } from 'vitest'
import { findDuplicateGroups } from '@/lib/exports/find-duplicate-groups'
import type { ExportedInstruction } from '@/lib/exports/formats/model'
import { openHashedFile } from '@/lib/platform/hashed-file'

const TEXT =
  'The Grey Petrel left the harbour of Wickholm at dawn with a crew of nine and a cargo of salted herring for the market of Ostrey'
const record = (instanceId: string, given: Partial<ExportedInstruction>) =>
  ({ instruction: 'Ask', input: '', provenance: { instanceId }, ...given }) as ExportedInstruction
const turns = (...said: string[]) =>
  said.map((text, at) => ({ from: at % 2 ? ('assistant' as const) : ('user' as const), text }))

async function groupsOf(records: ExportedInstruction[]) {
  const file = await openHashedFile(`runs/groups-${crypto.randomUUID()}.jsonl`)
  for (const one of records) await file.write(`${JSON.stringify(one)}\n`)
  const { key } = await file.commit()
  const shares: number[] = []
  const find = await findDuplicateGroups(key, async (share) => void shares.push(share))
  expect(shares[0]).toBe(0)
  return records.map(find)
}

it('puts texts that are nearly the same in one group, whatever is asked of them, with all records of their instances', async () => {
  const [first, again, other, like, alone, same] = await groupsOf([
    record('a', { input: TEXT, instruction: 'Find ships.' }),
    record('a', { input: TEXT, instruction: 'Find places.' }),
    record('b', {
      input: 'Nothing like it, of the sea and of the land, was ever seen by anybody who lived there.',
    }),
    record('c', { input: `${TEXT}, it is said.`, instruction: 'Who left?' }),
    record('d', { input: 'A short one.' }),
    record('e', { input: 'A short one.' }),
  ])
  expect(first).toMatch(/^[0-9a-f]{64}$/)
  expect([again, like]).toEqual([first, first])
  expect([other, alone, same]).toEqual([undefined, undefined, undefined])
})

it('compares conversations by all that their user says', async () => {
  const [first, second, third] = await groupsOf([
    record('a', { turns: turns(TEXT, 'Yes.', 'Go on', 'I do.'), instruction: 'Go on' }),
    record('b', {
      turns: turns('Something else altogether', 'No.', 'Go on', 'I do not.'),
      instruction: 'Go on',
    }),
    record('c', { turns: turns(`${TEXT} again`, 'Yes, yes.', 'Go on', 'I do.'), instruction: 'Go on' }),
  ])
  expect(first).toBeDefined()
  expect([second, third]).toEqual([undefined, first])
})
