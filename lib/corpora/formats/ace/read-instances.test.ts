import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ace } from '@/lib/corpora/formats/ace/format'
import { FILE_START, type NewInstance, type ReadInstances } from '@/lib/corpora/model'
import type { EeGold } from '@/lib/tasks/ee/gold'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { TaskForm } from '@/lib/tasks/model'
import { mentionOf, type NerGold } from '@/lib/tasks/ner/gold'
import type { ReGold } from '@/lib/tasks/re/gold'
import { collect } from '@/prisma/factories/bytes'
import { sampleOf, sourceOf } from '@/prisma/factories/sources'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

async function read(content: string, taskForm: TaskForm): Promise<ReadInstances[]> {
  const options = ace.recognise(sampleOf(content))?.options ?? {}
  const readings = await collect(ace.read(sourceOf(content, 100), FILE_START, { taskForm, options }))
  const form = findTaskForm(taskForm)
  for (const { text, gold } of readings.flatMap(({ instances }) => instances)) {
    expect(form.gold.parse(gold)).toEqual(gold)
    expect(form.faults(text, gold)).toEqual([])
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

function spansIn({ text, gold }: NewInstance): string[] {
  return (gold as NerGold).spans.map((span) => `${span.label}: ${mentionOf(text, span)}`)
}

function relationsIn({ text, gold }: NewInstance): string[] {
  const { entities, relations } = gold as ReGold
  return relations.map(
    ({ type, head, tail }) =>
      `${mentionOf(text, entities[head]!)} -${type}-> ${mentionOf(text, entities[tail]!)}`,
  )
}

function eventsIn({ text, gold }: NewInstance): string[] {
  const { events } = gold as EeGold
  return events.map(({ type, trigger, arguments: given }) => {
    const said = given.map((one) =>
      'event' in one ? `${one.role}=#${one.event}` : `${one.role}=${mentionOf(text, one)}`,
    )
    return `${type} ${trigger && mentionOf(text, trigger)} (${said.join(', ')})`
  })
}

describe('reading ACE-like JSON', () => {
  it('reads events with their arguments, an event among them, in the sentence as it was written', async () => {
    const readings = await read(fixture('oneie.jsonl'), 'ee')
    expect(report(readings)).toEqual([])
    expect(instancesOf(readings).map(eventsIn)).toEqual([
      [
        'Movement:Transport reached (Vehicle=Grey Petrel, Destination=Skelling)',
        'Contact:Report reported (Reporter=Holt, Topic=#0)',
      ],
      [],
      ['Movement:Transport left (Artifact=Holt)'],
      [],
    ])
    expect(instancesOf(readings).map(({ text }) => text)).toEqual([
      'The Grey Petrel (🚢) reached Skelling; Holt reported it.',
      '海燕三号到达澜湾。',
      'Holt left.',
      'Ines Rook slept',
    ])
    expect(instancesOf(readings)[0]?.meta).toEqual({ doc_id: 'd1', sent_id: 'd1-0' })
  })

  it('reads the same file as entities; where the end is the last token, the words tell', async () => {
    expect(instancesOf(await read(fixture('oneie.jsonl'), 'ner')).map(spansIn)).toEqual([
      ['VEH: Grey Petrel', 'GPE: Skelling', 'PER: Holt'],
      ['VEH: 海燕三号'],
      ['PER:Individual: Holt'],
      ['PER: Ines Rook'],
    ])
  })

  it('reads it as relations between entities of a type, head first', async () => {
    const readings = await read(fixture('oneie.jsonl'), 're')
    expect(instancesOf(readings).map(relationsIn)).toEqual([['Grey Petrel -PHYS-> Skelling'], []])
    expect((instancesOf(readings)[0]!.gold as ReGold).entities[0]).toMatchObject({
      label: 'VEH',
      attributes: { subtype: 'Water', mention: 'NAM' },
    })
    expect(report(readings)).toEqual([
      '3 error gold-missing: Nothing here is marked for the task form re',
      '4 error gold-missing: Nothing here is marked for the task form re',
    ])
  })

  it('reads the sentences of DyGIE++, each an instance', async () => {
    const events = await read(fixture('dygie.jsonl'), 'ee')
    expect(instancesOf(events).map(eventsIn)).toEqual([
      ['Movement reached (Vehicle=Grey Petrel, Destination=Skelling)'],
      [],
    ])
    expect(instancesOf(events).map(({ meta }) => meta)).toEqual([
      { doc_key: 'd1', dataset: 'harbour', sentence_number: 1 },
      { doc_key: 'd1', dataset: 'harbour', sentence_number: 2 },
    ])
    const relations = await read(fixture('dygie.jsonl'), 're')
    expect(instancesOf(relations).map(relationsIn)).toEqual([['Grey Petrel -PHYS-> Skelling'], []])
    const spans = await read(fixture('dygie.jsonl'), 'ner')
    expect(instancesOf(spans).map(spansIn)).toEqual([
      ['VEH: Grey Petrel'],
      ['PER: Maren Holt'],
      ['PER: Holt'],
    ])
    expect(report(spans)).toEqual([
      '1 error text-empty: The text holds nothing but space.',
      '2 error span-out-of-range: ner[1][0]',
    ])
  })

  it('refuses what points nowhere, and moves words to the only place where they stand', async () => {
    const readings = await read(fixture('broken.jsonl'), 'ee')
    expect(report(readings)).toEqual([
      '1 error span-out-of-range: entity_mentions[0]',
      '2 error span-out-of-range: entity_mentions[0]',
      '3 error relation-dangling: event_mentions[0].arguments[0]',
      '4 error label-empty: entity_mentions[0]',
      '5 error gold-missing: Nothing here is marked for the task form ee',
      '6 error text-missing: There is no “sentence”, “text”, “tokens” or “words”.',
      '7 error mention-malformed: entity_mentions[0].start',
      '8 error not-an-object: This is JSON but no object.',
      '9 warning words-moved: event_mentions[0].trigger',
    ])
    expect(instancesOf(readings).map(eventsIn)).toEqual([['Rest slept ()']])
  })

  it('is recognised by its mentions, the richest form first', () => {
    expect(ace.recognise(sampleOf(fixture('oneie.jsonl')))).toMatchObject({
      certainty: 1,
      taskForms: ['ee', 're', 'ner'],
    })
    const spans = '{"sentences": [["a", "b"]], "ner": [[[0, 0, "X"]]], "relations": [[]]}'
    expect(ace.recognise(sampleOf(spans))).toMatchObject({ certainty: 1, taskForms: ['ner'] })
    expect(ace.recognise(sampleOf('{"text": "a", "entities": []}'))).toBeNull()
  })
})
