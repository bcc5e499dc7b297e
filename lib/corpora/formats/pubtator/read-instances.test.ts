import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pubtator } from '@/lib/corpora/formats/pubtator/format'
import { FILE_START, type ReadFrom } from '@/lib/corpora/model'
import type { TaskForm } from '@/lib/tasks/model'
import { mentionOf, type NerGold } from '@/lib/tasks/ner/gold'
import { type ReGold, reFaults } from '@/lib/tasks/re/gold'
import { collect } from '@/prisma/factories/bytes'
import { sampleOf, sourceOf } from '@/prisma/factories/sources'

const articles = readFileSync(new URL('fixtures/articles.txt', import.meta.url), 'utf8')
const read = (content: string, taskForm: TaskForm, from: ReadFrom = FILE_START) =>
  collect(pubtator.read(sourceOf(content), from, { taskForm, options: {} }))

describe('reading PubTator', () => {
  it('is recognised by its titles, with relations where there are any', () => {
    expect(pubtator.recognise(sampleOf(articles))).toMatchObject({ certainty: 1, taskForms: ['re', 'ner'] })
    const plain = articles.replace(/.*CID.*\n/, '')
    expect(pubtator.recognise(sampleOf(plain))).toMatchObject({ certainty: 1, taskForms: ['ner'] })
    expect(pubtator.recognise(sampleOf('Ann\tB-person\n'))).toBeNull()
  })

  it('makes one text of title and abstract, and spans of the mentions', async () => {
    const [first, second] = await read(articles, 'ner')
    const { text, gold, meta } = first!.instances[0]!
    expect(text).toMatch(/^Seawater sickens sailors\. Brine caused/)
    expect((gold as NerGold).spans.map((span) => `${span.label}: ${mentionOf(text, span)}`)).toEqual([
      'Chemical: Seawater',
      'Chemical: Brine',
      'Disease: nausea',
      'Disease: dizziness',
      'Disease: Nausea',
      'Chemical: brine',
    ])
    expect(first!.issues.map(({ code }) => code)).toEqual(['kept-beside'])
    expect(meta).toMatchObject({ id: '7001', relations: ['CID C1 D1'] })
    expect(second!.instances[0]).toMatchObject({ text: 'Tar and turpentine in the hold.' })
  })

  it('relates concepts with all of their mentions', async () => {
    const [first] = await read(articles, 're')
    const { text, gold, labels } = first!.instances[0]!
    const { entities, relations } = gold as ReGold
    expect(reFaults(text, gold as ReGold)).toEqual([])
    expect(labels).toEqual(['CID'])
    const [{ head, tail }] = relations as [ReGold['relations'][number]]
    expect(entities[head]).toMatchObject({
      start: 0,
      label: 'Chemical',
      also: [
        [26, 31],
        [87, 92],
      ],
    })
    expect(entities[tail]).toMatchObject({ start: 39, label: 'Disease', also: [[74, 80]] })
    expect(entities).toHaveLength(3)
  })

  it.each([
    ['words that stand nowhere', '7001\t0\t8\tSaltwater\tChemical\tC1', 'words-absent'],
    ['a relation of a concept that nothing names', '7001\tCID\tC1\tD9', 'relation-dangling'],
    ['a line that is neither', '7001\tonly two', 'span-malformed'],
  ])('refuses %s, by its line', async (_, line, code) => {
    const [reading] = await read(articles.replace(/\n\n/, `\n${line}\n\n`), 're')
    expect(reading!.instances).toEqual([])
    expect(reading!.issues[0]).toMatchObject({ line: 1, code, message: expect.stringContaining('Line 10') })
  })

  it('goes on after an article as if it had never stopped', async () => {
    const [first, second] = await read(articles, 're')
    const from = { byte: first!.byteEnd, line: first!.lineEnd + 1, readings: 1 }
    expect(await read(articles, 're', from)).toEqual([second])
  })
})
