import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
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
