import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readInstances } from '@/lib/corpora/formats/nlu/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/nlu/recognise-file'
import { FILE_START } from '@/lib/corpora/model'
import type { TaskForm } from '@/lib/tasks/model'
import { mentionOf, type NerGold } from '@/lib/tasks/ner/gold'
import type { TcGold } from '@/lib/tasks/tc/gold'
import { collect } from '@/prisma/factories/bytes'
import { sampleOf, sourceOf } from '@/prisma/factories/sources'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url))

async function read(content: Uint8Array | string, taskForm: TaskForm) {
  const { options } = recogniseFile(sampleOf(content))!
  return collect(readInstances(sourceOf(content), FILE_START, { taskForm, options }))
}

describe('reading utterances with intents and slots', () => {
  it('reads the intents of each, which may be none', async () => {
    const readings = await read(fixture('utterances.json'), 'tc')
    expect(
      readings.map(({ instances, issues }) => (instances[0]?.gold as TcGold)?.labels ?? issues[0]?.code),
    ).toEqual([['berth', 'book'], ['affirm'], [], [], [], 'class-malformed', 'text-missing', 'not-an-object'])
  })

  it('reads the slots of each, finds words that stand elsewhere once, and says so', async () => {
    const readings = await read(fixture('utterances.json'), 'ner')
    const mentions = readings.map(({ instances }) =>
      instances.map(({ text, gold }) =>
        (gold as NerGold).spans.map((span) => `${span.label}: ${mentionOf(text, span)}`),
      ),
    )
    expect(mentions).toEqual([[['day: Monday']], [[]], [[]], [['day: Monday']], [], [], [], []])
    expect(readings.map(({ issues }) => issues[0]?.code)).toEqual([
      undefined,
      undefined,
      undefined,
      'span-moved',
      'span-out-of-range',
      'span-malformed',
      'text-missing',
      'not-an-object',
    ])
  })

  it('keeps beside the intents what the slots say', async () => {
    const [first] = await read(fixture('utterances.json'), 'tc')
    expect(first?.instances[0]?.meta).toMatchObject({ slots: { day: { value: { day: 2 } } } })
  })

  it('refuses an ontology by what it is', async () => {
    expect(recogniseFile(sampleOf(fixture('ontology.json')))?.certainty).toBe(1)
    await expect(read(fixture('ontology.json'), 'tc')).rejects.toMatchObject({
      details: { reason: 'file-is-ontology' },
    })
  })

  it('is not taken for any other record with a text', () => {
    expect(recogniseFile(sampleOf('{"text": "a", "spans": []}\n'))).toBeNull()
    expect(recogniseFile(sampleOf('a\tO\n'))).toBeNull()
  })
})

const folder = path.join(process.env.GLOSS_SHARED_DATA ?? path.resolve('../shared/data'), 'tc')
const isThere = existsSync(folder)
if (!isThere) console.warn(`No real corpora in ${folder} (GLOSS_SHARED_DATA): their tests are skipped.`)

describe.skipIf(!isThere)('real utterances about banking, beside a reading of their own', () => {
  it.each([
    ['nlupp-banking-fold0.json', 104, 238, 44],
    ['nlupp-banking-fold1.json', 105, 224, 47],
    ['nlupp-banking-fold2.json', 102, 232, 39],
  ])('reads every intent and slot of %s', async (name, count, intents, slots) => {
    const content = readFileSync(path.join(folder, name), 'utf8')
    type Written = { text: string; intents?: string[]; slots?: Record<string, { text: string }> }
    const written: Written[] = JSON.parse(content)
    const classes = (await read(content, 'tc')).flatMap(({ instances }) => instances)
    expect(classes.map(({ text, gold }) => [text, (gold as TcGold).labels])).toEqual(
      written.map((one) => [one.text, [...(one.intents ?? [])].sort()]),
    )
    expect([classes.length, classes.flatMap(({ labels }) => labels).length]).toEqual([count, intents])
    const spans = await read(content, 'ner')
    expect(spans.flatMap(({ issues }) => issues)).toEqual([])
    const said = spans.map(({ instances }) =>
      instances
        .flatMap(({ text, gold }) =>
          (gold as NerGold).spans.map((span) => [span.label, mentionOf(text, span)]),
        )
        .sort(),
    )
    expect(said).toEqual(
      written.map((one) =>
        Object.entries(one.slots ?? {})
          .map(([label, { text }]) => [label, text])
          .sort(),
      ),
    )
    expect(said.flat().length).toBe(slots)
  })

  it('refuses the ontology', async () => {
    const content = readFileSync(path.join(folder, 'nlupp-ontology.json'))
    await expect(read(content, 'tc')).rejects.toMatchObject({ details: { reason: 'file-is-ontology' } })
  })
})
