import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { alpaca } from '@/lib/corpora/formats/alpaca/format'
import { iepile } from '@/lib/corpora/formats/iepile/format'
import { FILE_START, type ReadFrom, type ReadInstances } from '@/lib/corpora/model'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { AskedSchema, TaskForm } from '@/lib/tasks/model'
import { mentionOf, type NerGold } from '@/lib/tasks/ner/gold'
import type { ReGold } from '@/lib/tasks/re/gold'
import { collect } from '@/prisma/factories/bytes'
import { sampleOf, sourceOf } from '@/prisma/factories/sources'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

async function read(
  content: string,
  taskForm: TaskForm,
  from: ReadFrom = FILE_START,
): Promise<ReadInstances[]> {
  const options = iepile.recognise(sampleOf(content))?.options ?? {}
  const readings = await collect(iepile.read(sourceOf(content, 100), from, { taskForm, options }))
  const form = findTaskForm(taskForm)
  for (const { text, gold, labels } of readings.flatMap(({ instances }) => instances)) {
    expect(form.gold.parse(gold)).toEqual(gold)
    expect(form.faults(text, gold)).toEqual([])
    expect(labels).toEqual(form.labelsIn(gold))
  }
  return readings
}

const instancesOf = (readings: readonly ReadInstances[]) => readings.flatMap(({ instances }) => instances)
const report = (readings: readonly ReadInstances[]) =>
  readings.flatMap(({ issues }) =>
    issues.map(
      ({ line, severity, code, message }) => `${line} ${severity} ${code}: ${message.split(':')[0]}`,
    ),
  )

function spansIn(readings: readonly ReadInstances[]): string[][] {
  return instancesOf(readings).map(({ text, gold }) =>
    (gold as NerGold).spans.map((span) => `${span.label} ${span.start}: ${mentionOf(text, span)}`),
  )
}

/** The answers that instructions would have about these labels. */
function answersOf(readings: readonly ReadInstances[], taskForm: TaskForm, schema: AskedSchema) {
  return instancesOf(readings).map(({ text, gold }) =>
    findTaskForm(taskForm)
      .lower(text, gold, schema)
      .answer.map(({ items }) => items),
  )
}

describe('reading instructions of IEPile', () => {
  it('joins what is asked of one text label by label, and places words in the order of the text', async () => {
    const readings = await read(fixture('instructions.jsonl'), 'ner')
    expect(spansIn(readings)).toEqual([
      ['ship 6: Grey Petrel', 'ship 26: Grey Petrel', 'place 41: Skelling', 'person 51: Holt'],
      ['place 41: Skelling'],
    ])
    expect(instancesOf(readings)[0]?.meta).toEqual({
      task: 'NER',
      source: 'harbour',
      schema: ['ship', 'person', 'place'],
    })
    expect(readings.map(({ line, lineEnd }) => [line, lineEnd]).slice(0, 2)).toEqual([
      [1, 2],
      [3, 3],
    ])
    expect(report(readings)).toEqual([4, 5, 6, 7, 8, 9].map((line) => `${line} warning task-other: task`))
  })

  it('goes on after any text as if it had never stopped', async () => {
    const content = fixture('instructions.jsonl')
    const all = await read(content, 'ner')
    for (const [i, { byteEnd, lineEnd }] of all.entries()) {
      const from = { byte: byteEnd, line: lineEnd + 1, readings: i + 1 }
      expect(await read(content, 'ner', from)).toEqual(all.slice(i + 1))
    }
  })

  it('reads relations with the types that the schema gives, and says where the place is not certain', async () => {
    const readings = await read(fixture('instructions.jsonl'), 're')
    const [plain, typed] = instancesOf(readings)
    expect(plain?.gold).toMatchObject({ relations: [{ type: 'home of', head: 1, tail: 0 }] })
    expect((typed!.gold as ReGold).entities).toEqual([
      { start: 0, end: 4, label: 'ship' },
      { start: 8, end: 10, label: 'place' },
    ])
    expect(report(readings).filter((one) => !one.includes('task-other'))).toEqual([
      '4 warning words-ambiguous: output.home of[0].object',
    ])
  })

  it('reads entities with attributes, and events in three ways', async () => {
    const content = fixture('instructions.jsonl')
    const ship = await read(content, 'kg')
    expect(answersOf(ship, 'kg', [{ label: 'ship', fields: ['name', '母港', '船长'] }]).at(-1)).toEqual([
      [{ name: '海燕三号', 母港: '澜湾', 船长: null }],
    ])
    const meeting = [{ label: 'meeting', fields: ['who', 'where'] }]
    expect(answersOf(await read(content, 'ee'), 'ee', meeting)).toEqual([
      [[{ trigger: 'met', who: ['Holt', 'he'], where: null }]],
    ])
    expect(answersOf(await read(content, 'eet'), 'eet', meeting)).toEqual([[['met']], [['met']]])
    const told = instancesOf(await read(content, 'eea')).at(-1)
    expect(told?.gold).toEqual({
      events: [{ type: 'meeting', trigger: null, arguments: [{ role: 'who', start: 51, end: 55 }] }],
    })
  })

  it('refuses what it cannot read, and drops nothing in silence', async () => {
    const readings = await read(fixture('broken.jsonl'), 'ner')
    expect(report(readings)).toEqual([
      '1 warning words-twice: output.ship[1]',
      '3 error gold-missing: output',
      '4 error answer-malformed: instruction',
      '5 error task-unknown: task',
      '6 warning task-other: task',
      '7 error answer-malformed: output.ship',
      '8 error text-empty: The text holds nothing but space.',
      '9 error answer-malformed: entity[0].entity_type',
      '10 error gold-missing: The record holds nothing for the task form ner.',
    ])
    expect(spansIn(readings)).toEqual([['ship 4: Grey Petrel'], ['ship 4: Grey Petrel']])
  })
})

describe('reading texts of IEPile', () => {
  it('places entities where they stand alone, the first where nothing says which, and tells of those that are absent', async () => {
    const readings = await read(fixture('unified.jsonl'), 'ner')
    expect(spansIn(readings)[0]).toEqual(['person 0: Holt', 'person 9: Rook', 'person 37: he'])
    expect(report(readings.slice(0, 1))).toEqual([
      '1 warning words-ambiguous: entity[1]',
      '1 warning words-absent: entity[3]',
    ])
  })

  it('makes one entity of the same words in several relations', async () => {
    const readings = await read(fixture('unified.jsonl'), 'spo')
    expect(instancesOf(readings).map(({ gold }) => gold)).toEqual([
      {
        entities: [
          { start: 5, end: 7, label: '职务' },
          { start: 7, end: 9, label: '人物' },
          { start: 11, end: 13, label: '地点' },
        ],
        relations: [
          { type: '职务', head: 1, tail: 0 },
          { type: '住地', head: 1, tail: 2 },
        ],
      },
    ])
  })

  it('gives equal triggers a place each, and keeps an event without one', async () => {
    const readings = await read(fixture('unified.jsonl'), 'ee')
    expect(instancesOf(readings).map(({ gold }) => gold)).toEqual([
      {
        events: [
          { type: 'leaving', trigger: { start: 5, end: 9 }, arguments: [{ role: 'who', start: 0, end: 4 }] },
          {
            type: 'leaving',
            trigger: { start: 19, end: 23 },
            arguments: [{ role: 'who', start: 14, end: 18 }],
          },
          { type: 'rest', trigger: null, arguments: [] },
        ],
      },
    ])
    expect(report(readings).at(-1)).toBe('3 warning words-absent: event[1].arguments[1]')
  })
})

describe('recognising IEPile', () => {
  it('tells the task forms by what most records hold, and is surer of it than of Alpaca', () => {
    const sample = sampleOf(fixture('instructions.jsonl'))
    const found = iepile.recognise(sample)!
    expect(found).toMatchObject({ certainty: 1 })
    expect(found.taskForms[0]).toBe('ner')
    expect(found.certainty).toBeGreaterThan(alpaca.recognise(sample)?.certainty ?? 0)
    expect(iepile.recognise(sampleOf(fixture('unified.jsonl')))).toMatchObject({
      certainty: 1,
      taskForms: ['ner', 're', 'ee'],
    })
    expect(iepile.recognise(sampleOf('{"instruction": "a", "input": "", "output": "b"}'))).toBeNull()
    expect(iepile.recognise(sampleOf('{"text": "a", "entities": []}'))).toBeNull()
  })
})
