import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCorpusFile } from '@/lib/corpora/read-corpus-file'
import { recogniseFile } from '@/lib/corpora/recognise-file'
import { type OpenieGold, openieFaults, openieGoldSchema } from '@/lib/tasks/openie/gold'
import { keepFilesApart } from '@/prisma/factories/files'
import { findSharedData } from '@/prisma/factories/shared-data'
import { storeContent } from '@/prisma/factories/stored-files'

keepFilesApart()
const shared = findSharedData()

async function read(content: string | Uint8Array) {
  const fileKey = await storeContent(content)
  const reading = await recogniseFile({ fileKey, fileName: 'tuples.tsv' })
  const all = []
  for await (const one of readCorpusFile(fileKey, reading)) all.push(one)
  const issues = all.flatMap((one) => one.issues)
  const instances = all.flatMap((one) => one.instances)
  return { fileKey, reading, all, instances, issues }
}

const fixture = readFileSync(path.join(import.meta.dirname, 'fixtures/harbour.tsv'), 'utf8')

describe('CaRB rows', () => {
  it('of one sentence are one instance with several statements', async () => {
    const { reading, instances } = await read(fixture)
    expect(reading).toMatchObject({ format: 'carb', taskForm: 'openie' })
    expect(instances.map(({ text }) => text)).toEqual([
      'The Heron left the port at noon .',
      '🚢 It is what it is .',
      '港口很大，港口很忙。',
      'It rose .',
    ])
    expect(instances[0]?.gold).toEqual({
      tuples: [
        {
          predicate: { text: 'left', start: 10, end: 14 },
          arguments: [
            { text: 'The Heron', start: 0, end: 9 },
            { text: 'the port', start: 15, end: 23 },
            { text: 'at noon', start: 24, end: 31 },
          ],
        },
        {
          predicate: { text: 'was at' },
          arguments: [
            { text: 'The Heron', start: 0, end: 9 },
            { text: 'the port', start: 15, end: 23 },
          ],
        },
      ],
    })
  })

  it('places what stands twice nearest to what stands once, in code points', async () => {
    const { instances } = await read(fixture)
    expect(instances[1]?.gold).toEqual({
      tuples: [
        {
          predicate: { text: 'is', start: 16, end: 18 },
          arguments: [
            { text: 'it', start: 13, end: 15 },
            { text: 'what it', start: 8, end: 15 },
          ],
        },
      ],
    })
    expect((instances[2]!.gold as OpenieGold).tuples[0]?.arguments).toEqual([
      { text: '港口', start: 5, end: 7 },
    ])
  })

  it('that are no statement refuse their sentence, by line', async () => {
    const { issues } = await read(fixture)
    expect(issues.map(({ line, severity, code }) => [line, severity, code])).toEqual([
      [6, 'error', 'row-too-short'],
      [8, 'error', 'row-too-short'],
      [9, 'error', 'row-too-long'],
      [10, 'warning', 'argument-empty'],
    ])
  })

  it('are read on from the middle', async () => {
    const { fileKey, reading, all } = await read(fixture)
    const { byteEnd, lineEnd } = all[0]!
    const rest = []
    for await (const one of readCorpusFile(fileKey, reading, {
      byte: byteEnd,
      line: lineEnd + 1,
      readings: 1,
    }))
      rest.push(one)
    expect(rest).toEqual(all.slice(1))
  })
})

describe.skipIf(!shared)('the real CaRB file', () => {
  it('is read as another reading does', async () => {
    const content = readFileSync(path.join(shared!, 'openie/carb-dev.tsv'), 'utf8')
    const { reading, instances, issues } = await read(content)
    expect(reading.format).toBe('carb')
    const expected = new Map<string, string[]>()
    for (const line of content.trimEnd().split('\n')) {
      const [sentence, ...parts] = line.split('\t').filter((cell) => cell.trim())
      const tuples = expected.get(sentence!) ?? []
      expected.set(sentence!, [...new Set([...tuples, parts.map((part) => part.trim()).join('|')])])
    }
    const written = instances.map(({ text, gold }) => {
      const { tuples } = openieGoldSchema.parse(gold)
      expect(openieFaults(text, { tuples })).toEqual([])
      return [
        text,
        tuples.map((one) => [one.predicate, ...one.arguments].map((part) => part.text).join('|')).sort(),
      ]
    })
    expect(written).toEqual([...expected].map(([sentence, tuples]) => [sentence.trim(), tuples.sort()]))
    expect(instances).toHaveLength(641)
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})
