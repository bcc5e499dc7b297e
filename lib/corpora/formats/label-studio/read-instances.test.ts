import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readInstances } from '@/lib/corpora/formats/label-studio/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/label-studio/recognise-file'
import { FILE_START } from '@/lib/corpora/model'
import type { TaskForm } from '@/lib/tasks/model'
import { mentionOf, type NerGold } from '@/lib/tasks/ner/gold'
import type { ReGold } from '@/lib/tasks/re/gold'
import { collect } from '@/prisma/factories/bytes'
import { sampleOf, sourceOf } from '@/prisma/factories/sources'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url))

async function read(content: Uint8Array | string, taskForm: TaskForm) {
  const { options } = recogniseFile(sampleOf(content))!
  return collect(readInstances(sourceOf(content), FILE_START, { taskForm, options }))
}

const choices = (...results: object[][]) =>
  JSON.stringify(results.map((result) => ({ data: { text: 'a' }, annotations: [{ result }] })))

const choice = (from_name: string, ...chosen: string[]) => ({
  type: 'choices',
  from_name,
  value: { choices: chosen },
})

describe('reading Label Studio', () => {
  it('reads regions in UTF-16 units by their words, and takes the annotation that counts', async () => {
    const readings = await read(fixture('regions.json'), 'ner')
    const mentions = readings.map(({ instances, issues }) => [
      ...instances.flatMap(({ text, gold }) =>
        (gold as NerGold).spans.map((span) => `${span.label}: ${mentionOf(text, span)}`),
      ),
      ...issues.map(({ severity, code }) => `${severity} ${code}`),
    ])
    expect(mentions).toEqual([
      ['person: Maren Holt', 'vessel: Petrel', 'warning kept-beside'],
      ['vessel: Petrel', 'warning kept-beside'],
      ['captain: Maren Holt', 'person: Maren Holt'],
      ['person: Maren Holt', 'warning several-annotations'],
      ['warning annotation-cancelled'],
      ['error gold-predicted'],
      ['error gold-missing'],
      ['person: Maren Holt'],
      ['person: Maren Holt', 'warning span-moved'],
      ['error span-out-of-range'],
      ['person: Maren Holt', 'warning kept-beside'],
      ['error text-missing'],
      ['error gold-malformed'],
    ])
    expect(readings[0]?.instances[0]?.meta).toMatchObject({ id: 1, data: { source: 'log' } })
  })

  it('reads relations by the direction in which they were drawn', async () => {
    const readings = await read(fixture('regions.json'), 're')
    expect(readings.slice(0, 2).map(({ instances }) => (instances[0]!.gold as ReGold).relations)).toEqual([
      [{ type: 'sails', head: 0, tail: 1 }],
      [{ type: 'relation', head: 0, tail: 0 }],
    ])
    expect(readings[1]?.issues.map(({ code }) => code)).toEqual(['relation-unnamed'])
    expect(readings[10]?.issues.map(({ code }) => code)).toEqual(['relation-dangling'])
  })

  it('reads choices about the text, whatever the text is called', async () => {
    const readings = await read(fixture('choices.json'), 'tc')
    expect(readings.map(({ instances, issues }) => instances[0] ?? issues[0]?.code)).toEqual([
      {
        text: 'Thank you!',
        gold: { labels: ['glad'], multi: false },
        labels: ['glad'],
        meta: { id: 1, data: { who: 'A' } },
      },
      {
        text: 'Where is it?',
        gold: { labels: ['calm'], multi: false },
        labels: ['calm'],
        meta: { id: 2, data: { who: 'B' }, beside: [expect.objectContaining({ type: 'choices' })] },
      },
      'gold-missing',
    ])
  })

  it('tells apart the answers to several questions', async () => {
    const readings = await read(choices([choice('mood', 'glad'), choice('topic', 'sea')], []), 'tc')
    expect(readings.map(({ instances }) => instances[0]?.gold)).toEqual([
      { labels: ['mood: glad', 'topic: sea'], multi: true },
      { labels: [], multi: true },
    ])
  })

  it.each([
    ['regions and relations', fixture('regions.json'), ['re', 'ner'], { textKey: 'text', multi: false }],
    ['choices', fixture('choices.json'), ['tc'], { textKey: 'message', multi: false }],
    ['several choices', choices([choice('mood', 'glad', 'calm')]), ['tc'], { multi: true }],
    [
      'one task alone',
      JSON.stringify({ data: { text: 'a' }, annotations: [] }, null, 2),
      ['ner'],
      { path: '' },
    ],
  ])('recognises %s', (_what, content, taskForms, options) => {
    expect(recogniseFile(sampleOf(content))).toMatchObject({ certainty: 1, taskForms, options })
  })

  const short = (answers: object) => ({
    ...{ id: 1, annotator: 2, annotation_id: 3, lead_time: 1.5, created_at: 'x', updated_at: 'y' },
    ...answers,
  })

  it('reads the short export: marks beside the data', async () => {
    const task = short({
      text: '🚢 Maren left',
      label: [{ start: 3, end: 8, text: 'Maren', labels: ['person'] }],
    })
    const [reading] = await read(JSON.stringify([task, short({ text: 'Nobody', label: [] })]), 'ner')
    expect(reading!.instances[0]).toMatchObject({
      gold: { spans: [{ start: 2, end: 7, label: 'person' }] },
      meta: { id: 1, annotator: 2 },
    })
    expect(recogniseFile(sampleOf(JSON.stringify([task])))).toMatchObject({ taskForms: ['ner'] })
  })

  it('reads the short export: one choice as a string, several as a list', async () => {
    const tasks = [
      short({ review: 'Fine, all of it', mood: 'glad', parts: { choices: ['food', 'staff'] } }),
      short({ review: 'Good, most of it', mood: 'glad', parts: 'food' }),
      short({ review: 'The worst I saw', mood: 'calm', parts: 'food' }),
      short({ review: 'The best I saw', mood: 'calm', parts: 'food' }),
    ]
    const content = JSON.stringify(tasks)
    expect(recogniseFile(sampleOf(content))).toMatchObject({ taskForms: ['tc'] })
    const readings = await read(content, 'tc')
    expect(readings[0]!.instances[0]).toMatchObject({
      text: 'Fine, all of it',
      gold: { labels: ['mood: glad', 'parts: food', 'parts: staff'] },
    })
  })

  it('reads places in a taxonomy and ratings as classes, and what was written as an answer', async () => {
    const answered = (type: string, value: object) => choices([{ type, from_name: 'it', value }])
    const taxonomy = answered('taxonomy', { taxonomy: [['sea', 'ferry'], ['port']] })
    const rating = answered('rating', { rating: 4 })
    const written = answered('textarea', { text: ['One line.', 'Two lines.'] })
    expect((await read(taxonomy, 'tc'))[0]!.instances[0]!.labels).toEqual(['port', 'sea > ferry'])
    expect((await read(rating, 'tc'))[0]!.instances[0]!.labels).toEqual(['4'])
    expect((await read(written, 'general'))[0]!.instances[0]!.gold).toEqual({
      turns: [
        { from: 'user', text: 'a' },
        { from: 'assistant', text: 'One line.\nTwo lines.' },
      ],
    })
    const formOf = (content: string) => recogniseFile(sampleOf(content))!.taskForms
    expect([taxonomy, rating, written].map(formOf)).toEqual([['tc'], ['tc'], ['general']])
  })

  it('says what a task form has no place for, and keeps it', async () => {
    const mark = { type: 'labels', value: { start: 0, end: 1, labels: ['letter'] } }
    const perRegion = { type: 'choices', from_name: 'case', value: { start: 0, end: 1, choices: ['small'] } }
    const [reading] = await read(choices([mark, perRegion]), 'ner')
    expect(reading!.issues.map(({ code }) => code)).toEqual(['kept-beside'])
    expect(reading!.instances[0]).toMatchObject({ labels: ['letter'], meta: { beside: [perRegion] } })
  })

  it('is not taken for other JSON', () => {
    expect(recogniseFile(sampleOf('{"text": "a", "label": []}\n'))).toBeNull()
  })
})
