import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

<<<<<<< HEAD

import { readInstances } from '@/lib/corpora/formats/hf-json/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/hf-json/recognise-file'
import { FILE_START } from '@/lib/corpora/model'
import type { TaskForm } from '@/lib/tasks/model'
import { mentionOf, type NerGold } from '@/lib/tasks/ner/gold'
import { collect } from '@/prisma/factories/bytes'
import { sampleOf, sourceOf } from '@/prisma/factories/sources'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url))
const lines = (...records: unknown[]) => records.map((one) => JSON.stringify(one)).join('\n')

async function read(content: Uint8Array | string, taskForm: TaskForm, given: { names?: string[] } = {}) {
  const options = { ...recogniseFile(sampleOf(content))!.options, ...given }
  return collect(readInstances(sourceOf(content), FILE_START, { taskForm, options }))
}

async function mentions(content: Uint8Array | string, given: { names?: string[] } = {}) {
  const readings = await read(content, 'ner', given)
  return readings.map(({ instances, issues }) =>
    instances[0]
      ? (instances[0].gold as NerGold).spans.map(
          (span) => `${span.label}: ${mentionOf(instances[0]!.text, span)}`,
        )
      : issues[0]?.code,
  )
}

async function classes(content: string, given: { names?: string[] } = {}) {
  const readings = await read(content, 'tc', given)
  return readings.map(({ instances, issues }) => instances[0]?.gold ?? issues[0]?.code)
}

describe('reading rows of Hugging Face', () => {
  it('reads tokens with written tags, and refuses each broken row with its reason', async () => {
    expect(await mentions(fixture('tokens.jsonl'))).toEqual([
      ['vessel: Grey Petrel'],
      ['vessel: 海燕'],
      'tag-missing',
      'text-empty',
      'tag-unknown',
      'text-missing',
      'gold-missing',
    ])
    const [first] = await read(fixture('tokens.jsonl'), 'ner')
    expect(first?.instances[0]?.meta).toEqual({ id: '0' })
  })

  it('reads numbered tags by the names that stand beside the rows', async () => {
    expect(await mentions(fixture('rows.json'))).toEqual([['vessel: Petrel'], 'tag-unknown'])
  })

  it('reads numbered tags by names that are given, and nothing without', async () => {
    const content = lines({ tokens: ['The', 'Petrel'], ner_tags: [0, 1] })
    expect(await mentions(content, { names: ['O', 'S-vessel'] })).toEqual([['vessel: Petrel']])
    await expect(mentions(content)).rejects.toMatchObject({
      details: { reason: 'tag-names-missing', params: { key: 'ner_tags' } },
    })
  })

  it('reads texts with a class: written, numbered, or numbered with names', async () => {
    const text = 'The tide turns.'
    const content = lines(
      { text, label: 1 },
      { text, label: 1, label_text: 'sea' },
      { text, label: -1 },
      { text },
      { sentence: text, label: 'x' },
    )
    const rest = [
      { labels: ['sea'], multi: false },
      'gold-missing',
      'gold-missing',
      { labels: ['x'], multi: false },
    ]
    expect(await classes(content)).toEqual([{ labels: ['1'], multi: false }, ...rest])
    expect(await classes(content, { names: ['land', 'sea'] })).toEqual([
      { labels: ['sea'], multi: false },
      ...rest,
    ])
  })

  it('reads several numbered classes of a text', async () => {
    const content = lines({ text: 'a', labels: [0, 2] }, { text: 'b', labels: [] })
    expect(await classes(content, { names: ['x', 'y', 'z'] })).toEqual([
      { labels: ['x', 'z'], multi: true },
      { labels: [], multi: true },
    ])
  })

  it.each([
    ['tokens', fixture('tokens.jsonl'), { taskForms: ['ner'], options: { layout: 'lines', scheme: 'iob2' } }],
    [
      'rows with features',
      fixture('rows.json'),
      { taskForms: ['ner'], options: { path: 'rows.*', names: ['O', 'B-vessel', 'I-vessel'] } },
    ],
    [
      'a printed list',
      JSON.stringify([{ text: 'a', label: 'x' }], null, 2),
      { taskForms: ['tc'], options: { path: '*' } },
    ],
    ['tags that mark ends', lines({ tokens: ['a'], tags: ['S-x'] }), { options: { scheme: 'bioes' } }],
  ])('recognises %s', (_what, content, expected) => {
    expect(recogniseFile(sampleOf(content))).toMatchObject(expected)
  })

  it.each([
    ['spans', { text: 'a', spans: [] }],
    ['names in a list', { text: 'a', label: ['x'] }],
    ['a label that was decided', { text: 'a', label: 'x', answer: 'accept' }],
    ['classes with values', { text: 'a', cats: { x: 1 } }],
  ])('leaves %s to others', (_what, record) => {
    expect(recogniseFile(sampleOf(lines(record)))).toBeNull()
  })
})
=======

import { readCorpusFile } from '@/lib/corpora/read-corpus-file'
import { type Asked, recogniseFile } from '@/lib/corpora/recognise-file'
import { collect } from '@/prisma/factories/bytes'
import { keepFilesApart } from '@/prisma/factories/files'
import { storeContent } from '@/prisma/factories/stored-files'

keepFilesApart()
const fixture = readFileSync(new URL('fixtures/harbour.jsonl', import.meta.url), 'utf8')

async function read(content: string, asked?: Asked) {
  const fileKey = await storeContent(content)
  const reading = await recogniseFile({ fileKey, fileName: 'train.json' }, asked)
  const all = await collect(readCorpusFile(fileKey, reading))
  const issues = all.flatMap((one) => one.issues)
  return { reading, issues, instances: all.flatMap((one) => one.instances) }
}

const classes = { ner_tags: ['O', 'B-vessel', 'I-vessel'] }

describe('records of tokens and tags', () => {
  it('become named entities, their tags by name or by number', async () => {
    const { reading, instances, issues } = await read(fixture, { options: { classes } })
    expect(reading).toMatchObject({ format: 'hf-json', taskForm: 'ner' })
    expect(instances.map(({ text, gold }) => [text, gold])).toEqual([
      ['The Grey Heron left', { spans: [{ start: 4, end: 14, label: 'vessel' }] }],
      ['Port Adel', { spans: [{ start: 0, end: 9, label: 'place' }] }],
    ])
    expect(issues.map(({ line, code }) => [line, code])).toEqual([
      [3, 'tag-missing'],
      [4, 'half-character'],
      [5, 'gold-not-list'],
      [6, 'tag-unknown'],
    ])
  })

  it('say how to name numbers that nobody names', async () => {
    const { issues } = await read(fixture)
    expect(issues[0]).toMatchObject({
      line: 1,
      code: 'tag-unknown',
      message: expect.stringContaining('"classes"'),
    })
  })

  it('are read from a list as from lines', async () => {
    const list = `[${fixture.trim().split('\n').join(',\n')}]`
    const lines = await read(fixture, { options: { classes } })
    expect((await read(list, { options: { classes } })).instances).toEqual(lines.instances)
  })
})

it('texts with a class beside them become classes', async () => {
  const records = [
    { sentence: 'A boat.', label: 1 },
    { sentence: 'A shed.', label: 0 },
  ]
  const options = { classes: { label: ['place', 'vessel'] } }
  const { reading, instances } = await read(JSON.stringify(records), { options })
  expect(reading).toMatchObject({ format: 'hf-json', taskForm: 'tc' })
  expect(instances.map(({ labels }) => labels)).toEqual([['vessel'], ['place']])
})
>>>>>>> 5975cc8 (Read JSON of datasets whose tokens have tags by name or number)
