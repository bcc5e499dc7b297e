import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fewrel } from '@/lib/corpora/formats/fewrel/format'
import { FILE_START, type ReadInstances } from '@/lib/corpora/model'
import type { TaskForm } from '@/lib/tasks/model'
import { mentionOf } from '@/lib/tasks/ner/gold'
import { type ReGold, reFaults, reGoldSchema } from '@/lib/tasks/re/gold'
import { collect } from '@/prisma/factories/bytes'
import { findSharedData } from '@/prisma/factories/shared-data'
import { sampleOf, sourceOf } from '@/prisma/factories/sources'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

function read(content: string, taskForm: TaskForm = 're'): Promise<ReadInstances[]> {
  return collect(fewrel.read(sourceOf(content, 9), FILE_START, { taskForm, options: {} }))
}

/** `head -type-> tail` with every mention's words. */
function relationsIn(readings: readonly ReadInstances[]): string[] {
  return readings.flatMap(({ instances }) =>
    instances.flatMap(({ text, gold }) => {
      const { entities, relations } = gold as ReGold
      const words = (at: number) => {
        const { also = [], ...entity } = entities[at]!
        const mentions = [entity, ...also.map(([start, end]) => ({ start, end }))]
        return mentions.map((one) => mentionOf(text, one)).join(' / ')
      }
      return relations.map(({ type, head, tail }) => `${words(head)} -${type}-> ${words(tail)}`)
    }),
  )
}

describe('reading FewRel', () => {
  it('joins the tokens, and keeps every mention and piece of head and tail', async () => {
    const readings = await read(fixture('harbour.json'))
    expect(relationsIn(readings)).toEqual([
      'Grey Petrel / her -owned_by-> Maren Holt / Holt',
      '海燕 -owned_by-> 何丽',
      'red ink -P17-> blue ink / red and blue',
    ])
    expect(readings.flatMap(({ issues }) => issues)).toMatchObject([
      { line: 3, severity: 'warning', code: 'mention-filled' },
    ])
    const [first] = readings.flatMap(({ instances }) => instances)
    expect(first?.gold).toMatchObject({
      entities: [
        { start: 6, end: 17, also: [[22, 25]], attributes: { id: 'Q1' }, label: '' },
        { start: 32, end: 42, attributes: { id: 'Q2' } },
      ],
    })
    expect(first?.labels).toEqual(['owned_by'])
  })

  it('refuses a table of names once, and says what it is', async () => {
    expect(fewrel.recognise(sampleOf(fixture('names.json')))).toMatchObject({ certainty: 0.6 })
    const readings = await read(fixture('names.json'))
    expect(readings).toHaveLength(1)
    expect(readings[0]?.issues).toMatchObject([{ severity: 'error', code: 'names-only' }])
  })

  it('refuses each broken record with its place', async () => {
    const said = (await read(fixture('broken.json'))).flatMap(({ issues }) =>
      issues.map(({ line, code, message }) => `${line} ${code}: ${message.split(':')[0]}`),
    )
    expect(said).toEqual([
      '1 span-out-of-range: t[2][0]',
      '2 span-empty: t[2][0]',
      '3 relation-malformed: tokens',
      '4 relation-malformed: h[2]',
      '5 relation-malformed: t',
      '7 label-empty: “ ”',
    ])
    expect((await read(JSON.stringify([[{ tokens: ['a'] }]])))[0]?.issues[0]?.code).toBe('relation-malformed')
  })

  it('is recognised by its keys, also in one line', () => {
    const oneLine = JSON.stringify(JSON.parse(fixture('harbour.json')))
    for (const content of [fixture('harbour.json'), oneLine])
      expect(fewrel.recognise(sampleOf(content))).toMatchObject({ certainty: 1, taskForms: ['re'] })
    expect(fewrel.recognise(sampleOf('{"a": ["b"]}'))).toBeNull()
  })
})

const shared = findSharedData()

describe.skipIf(!shared)('real relations', () => {
  const content = (name: string) => readFileSync(path.join(shared!, 're', name), 'utf8')

  it('reads all 1,000 as another reading does', async () => {
    type Record = { tokens: string[]; h: [string, string, number[][]]; t: [string, string, number[][]] }
    const relations: { [name: string]: Record[] } = JSON.parse(content('fewrel-pubmed.json'))
    const readings = await read(content('fewrel-pubmed.json'))
    const expected = Object.entries(relations).flatMap(([type, records]) =>
      records.map(({ tokens, h, t }) => {
        const words = (mentions: number[][]) =>
          mentions.map((one) => one.map((at) => tokens[at]).join(' ')).join(' / ')
        return `${words(h[2])} -${type}-> ${words(t[2])}`
      }),
    )
    expect(expected).toHaveLength(1000)
    expect(relationsIn(readings)).toEqual(expected)
    expect(readings.flatMap(({ issues }) => issues)).toEqual([])
    for (const { instances } of readings) {
      expect(reGoldSchema.parse(instances[0]!.gold)).toEqual(instances[0]!.gold)
      expect(reFaults(instances[0]!.text, instances[0]!.gold as ReGold)).toEqual([])
    }
    expect(fewrel.recognise(sampleOf(content('fewrel-pubmed.json')))?.certainty).toBe(1)
  })

  it('knows the names of relations for what they are', async () => {
    expect(fewrel.recognise(sampleOf(content('fewrel-pid2name.json')))?.certainty).toBe(0.6)
    const readings = await read(content('fewrel-pid2name.json'))
    expect(readings.map(({ issues }) => issues.map(({ code }) => code))).toEqual([['names-only']])
  })
})
