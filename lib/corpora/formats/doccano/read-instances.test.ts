import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readInstances } from '@/lib/corpora/formats/doccano/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/doccano/recognise-file'
import { recogniseFile as recogniseProdigy } from '@/lib/corpora/formats/prodigy/recognise-file'
import { FILE_START } from '@/lib/corpora/model'
import { readCorpusFile } from '@/lib/corpora/read-corpus-file'
import { recogniseFile as recogniseStored } from '@/lib/corpora/recognise-file'
import type { TaskForm } from '@/lib/tasks/model'
import { mentionOf, type NerGold } from '@/lib/tasks/ner/gold'
import { collect } from '@/prisma/factories/bytes'
import { keepFilesApart } from '@/prisma/factories/files'
import { sampleOf, sourceOf } from '@/prisma/factories/sources'
import { storeContent } from '@/prisma/factories/stored-files'

keepFilesApart()

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url))

async function read(content: Uint8Array | string, taskForm: TaskForm) {
  const options = { multi: false, ...recogniseFile(sampleOf(content))?.options }
  return collect(readInstances(sourceOf(content), FILE_START, { taskForm, options }))
}

/** The gold of every instance in its record, or why there is none. */
async function golds(content: Uint8Array | string, taskForm: TaskForm) {
  const readings = await read(content, taskForm)
  return readings.map(({ instances, issues }) =>
    instances.length > 0 ? instances.map(({ gold }) => gold) : issues.map(({ code }) => code),
  )
}

const lines = (...records: unknown[]) => records.map((one) => JSON.stringify(one)).join('\n')

describe('reading doccano', () => {
  it('reads the three ways of writing entities; nested and overlapping spans stay', async () => {
    const readings = await read(fixture('doccano.jsonl'), 'ner')
    const mentions = readings.map(({ instances }) =>
      instances.flatMap(({ text, gold }) =>
        (gold as NerGold).spans.map((span) => `${span.label}: ${mentionOf(text, span)}`),
      ),
    )
    expect(mentions).toEqual([
      ['organisation: 澜湾港务局', 'place: 澜湾'],
      ['person: Maren Holt'],
      ['first: Maren', 'odd: en Holt'],
      ['person: Maren Holt'],
    ])
    const issues = readings.flatMap((reading) => reading.issues)
    expect(issues.map(({ line, code }) => `${line} ${code}`)).toEqual(['3 span-twice'])
  })

  it('reads relations by the ids of their entities', async () => {
    const entities = [
      { id: 5, start_offset: 6, end_offset: 10, label: 'last' },
      { id: 9, start_offset: 0, end_offset: 5, label: 'first' },
    ]
    const relations = [{ id: 1, from_id: 5, to_id: 9, type: 'follows' }]
    expect(await golds(lines({ text: 'Maren Holt', entities, relations }), 're')).toEqual([
      [
        {
          entities: [
            { start: 0, end: 5, label: 'first' },
            { start: 6, end: 10, label: 'last' },
          ],
          relations: [{ type: 'follows', head: 1, tail: 0 }],
        },
      ],
    ])
  })

  it('refuses relations that lead nowhere', async () => {
    expect(await golds(fixture('broken.jsonl'), 're')).toEqual([
      ['relation-dangling'],
      ['relation-malformed'],
      ['span-out-of-range'],
      ['gold-missing'],
    ])
  })

  it('reads classes, and none where a text can have several', async () => {
    const single = lines({ text: 'a', label: ['news'] }, { text: 'b', label: [] }, { data: 'c', label: 'x' })
    expect(await golds(single, 'tc')).toEqual([
      [{ labels: ['news'], multi: false }],
      ['gold-missing'],
      [{ labels: ['x'], multi: false }],
    ])
    const several = lines({ text: 'a', label: ['news', 'log'] }, { text: 'b', label: [] })
    expect(await golds(several, 'tc')).toEqual([
      [{ labels: ['log', 'news'], multi: true }],
      [{ labels: [], multi: true }],
    ])
  })

  it('makes an instance of every answer to a text', async () => {
    const records = [
      { text: 'Hello?', label: ['Who is there?', 'Hello.'] },
      { text: 'Hm', label: [] },
      { text: 'a', label: [7] },
    ]
    const turns = (answer: string) => ({
      turns: [
        { from: 'user', text: 'Hello?' },
        { from: 'assistant', text: answer },
      ],
    })
    expect(await golds(lines(...records), 'general')).toEqual([
      [turns('Who is there?'), turns('Hello.')],
      ['gold-missing'],
      ['answer-malformed'],
    ])
  })

  it('reads a JSON list as it reads JSONL', async () => {
    const records = [
      { text: 'Maren Holt', label: [[0, 5, 'first']] },
      { text: 'x', label: [[0, 9, 'first']] },
    ]
    const listed = await read(JSON.stringify(records, null, 2), 'ner')
    expect(listed.map(({ line, instances }) => [line, instances.length])).toEqual([
      [1, 1],
      [2, 0],
    ])
    expect(listed[1]?.issues[0]?.message).toContain('The record begins in line 12 of the file.')
  })

  it.each([
    ['spans', lines({ text: 'a', label: [[0, 1, 'x']] }), ['ner']],
    ['relations', lines({ text: 'a', entities: [{ start_offset: 0 }], relations: [{}] }), ['re', 'ner']],
    ['classes', lines({ text: 'a', label: ['x'] }), ['tc', 'general']],
    [
      'answers',
      lines({ text: 'a', label: ['This is what a person would say to that, more or less.'] }),
      ['general', 'tc'],
    ],
    ['intents', lines({ text: 'a', entities: [[0, 1, 'x']], cats: ['y'] }), ['ner', 'tc', 'general']],
  ])('recognises %s rather than Prodigy', (_what, content, taskForms) => {
    const found = recogniseFile(sampleOf(content))
    expect(found?.taskForms).toEqual(taskForms)
    expect(found?.certainty).toBeGreaterThan(recogniseProdigy(sampleOf(content))?.certainty ?? 0)
  })
})

const folder = path.join(process.env.GLOSS_SHARED_DATA ?? path.resolve('../shared/data'), 'fixtures/doccano')
const isThere = existsSync(folder)
if (!isThere) console.warn(`No fixtures in ${folder} (GLOSS_SHARED_DATA): their tests are skipped.`)

describe.skipIf(!isThere)('the fixtures of doccano itself', () => {
  const one = (label: string) => ({ spans: [{ start: 0, end: 1, label }] })

  it.each([
    ['sequence_labeling-example', 'ner', [[one('LOC')], [{ spans: [] }], ['text-missing']]],
    ['sequence_labeling-example_overlapping', 'ner', [[one('LOC')]]],
    [
      'intent-example',
      'ner',
      [[one('LOC')], ['gold-missing'], [one('LOC')], ['gold-missing'], ['text-missing']],
    ],
    [
      'intent-example',
      'tc',
      [
        [{ labels: ['positive'], multi: false }],
        [{ labels: ['positive'], multi: false }],
        ['gold-missing'],
        ['gold-missing'],
        ['text-missing'],
      ],
    ],
    [
      'text_classification-example',
      'tc',
      [
        [{ labels: ['positive'], multi: true }],
        [{ labels: ['negative', 'positive'], multi: true }],
        [{ labels: [], multi: true }],
      ],
    ],
  ] as const)('reads %s as %s, and refuses what is broken in it', async (name, taskForm, expected) => {
    const content = readFileSync(path.join(folder, `${name}.jsonl`))
    expect(recogniseFile(sampleOf(content))?.taskForms).toContain(taskForm)
    expect(await golds(content, taskForm)).toEqual(expected)
  })

  it.each([
    ['example.utf16.csv', 'csv', [3, 0]],
    ['sequence_labeling-example.conll', 'conll', [2, 0]],
    ['sequence_labeling-labeling.invalid.conll', 'conll', [2, 1]],
    ['sequence_labeling-labeling.trailing.conll', 'conll', [1, 0]],
    ['text_classification-example.csv', 'csv', [1, 3]],
    ['text_classification-example_out_of_order_columns.csv', 'csv', [1, 2]],
  ] as const)('recognises %s by its content as %s', async (name, format, counts) => {
    const fileKey = await storeContent(readFileSync(path.join(folder, name)))
    const reading = await recogniseStored({ fileKey, fileName: name })
    expect(reading.format).toBe(format)
    const readings = await collect(readCorpusFile(fileKey, reading))
    const refused = readings.filter(({ issues }) => issues.some(({ severity }) => severity === 'error'))
    expect([readings.flatMap(({ instances }) => instances).length, refused.length]).toEqual(counts)
  })

  it('reads its relations', async () => {
    const [reading] = await read(readFileSync(path.join(folder, 'relation_extraction-example.jsonl')), 're')
    expect(reading?.instances[0]?.labels).toEqual(['foundedAt', 'foundedBy', 'foundedBy'])
  })
})
