import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { sha256 } from '@/lib/platform/hash'
import { openTextFile } from '@/lib/platform/text-file'
import { gatherKeys } from '@/lib/synthesis/parts/gather-keys'
import { joinParts } from '@/lib/synthesis/parts/join-parts'
import { DUPLICATE, KEPT, keysKey, NEAR_DUPLICATE, partKey } from '@/lib/synthesis/parts/model'
import type { Composed } from '@/lib/synthesis/prepared/model'

const folder = path.join(process.env.GLOSS_DATA_DIR!, 'files')

function recordOf(at: number, input: string): Composed & { made: true } {
  return {
    made: true,
    empty: at % 2 === 0,
    isHeldBack: false,
    missed: [],
    isCarriedOver: false,
    instruction: {
      ...{ id: `record-${at}`, instruction: 'List them.', input, output: '{}' },
      provenance: {
        ...{ taskForm: 'ner', strategy: 'basic', strategies: [], carrier: 'json-by-label', language: 'en' },
        ...{ corpusId: 'corpus', instanceId: `instance-${at}`, ordinal: at + 1, copy: 0, labels: ['place'] },
        ...{ versions: [], releaseId: 'release', recipeHash: 'recipe' },
      },
    },
  }
}

async function writePart(runId: string, number: number, records: (Composed & { made: true })[]) {
  const keys = gatherKeys()
  const lines = await openTextFile(partKey(runId, number))
  for (const [at, record] of records.entries()) {
    keys.text(at + 1, { text: record.instruction.input, kind: '' })
    keys.record(record)
    await lines.write(`${JSON.stringify(record.instruction)}\n`)
  }
  await lines.commit()
  const kept = await openTextFile(keysKey(runId, number))
  await kept.append(Buffer.from(keys.toBytes()))
  await kept.commit()
  return { number, source: 0, firstOrdinal: 1, lastOrdinal: records.length, instructions: records.length }
}

it('leaves out what is not kept, however records lie across what is read at a time', async () => {
  const runId = randomUUID()
  const lengths = [10, 100_000, 262_144, 5, 700_000, 30, 30, 400_000, 1]
  const records = lengths.map((length, at) => recordOf(at, '澜a'.repeat(length / 2)))
  const parts = [await writePart(runId, 1, records), await writePart(runId, 2, records.slice(0, 3))]
  const gone = new Map([
    [1, DUPLICATE],
    [4, NEAR_DUPLICATE],
    [5, DUPLICATE],
    [8, NEAR_DUPLICATE],
  ])
  const verdicts = Uint8Array.from({ length: 12 }, (_, at) => gone.get(at) ?? KEPT)
  const twins = new Map([[4, { corpusId: 'corpus', ordinal: 3 }]])
  const key = `runs/${runId}/joined.jsonl`
  const joined = await joinParts(runId, { key, parts, verdicts, twins, report: async () => {} })

  const content = await readFile(path.join(folder, key))
  const kept = [0, 2, 3, 6, 7, 0, 1, 2].map((at) => `${JSON.stringify(records[at]!.instruction)}\n`).join('')
  expect(content.equals(Buffer.from(kept))).toBe(true)
  expect(joined.file).toEqual({ key, bytes: content.length, sha256: sha256(content) })
  expect(joined).toMatchObject({ duplicates: 2, nearDuplicates: 2 })
  expect(joined.taken.counts()).toMatchObject({ basic: 4, empty: 2 })
  expect(joined.refusals.duplicate.map(({ ordinal }) => ordinal)).toEqual([2, 6])
  expect(joined.refusals['near-duplicate'].map(({ ordinal }) => ordinal)).toEqual([5, 9])
})
