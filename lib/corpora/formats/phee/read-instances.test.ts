import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { phee } from '@/lib/corpora/formats/phee/format'
import { FILE_START, type ReadInstances } from '@/lib/corpora/model'
import { type EeGold, eeFaults, eeGoldSchema } from '@/lib/tasks/ee/gold'
import { collect } from '@/prisma/factories/bytes'
import { findSharedData } from '@/prisma/factories/shared-data'
import { sampleOf, sourceOf } from '@/prisma/factories/sources'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

async function read(content: string): Promise<ReadInstances[]> {
  const options = phee.recognise(sampleOf(content))?.options ?? {}
  return collect(phee.read(sourceOf(content, 1000), FILE_START, { taskForm: 'ee', options }))
}

describe('reading PHEE', () => {
  it('keeps fragments, parts of arguments, events within events, and what is said of an event', async () => {
    const readings = await read(fixture('harbour.jsonl'))
    expect(readings.flatMap(({ issues }) => issues)).toEqual([])
    const [first, second] = readings.flatMap(({ instances }) => instances)
    expect(first).toMatchObject({ labels: ['Combination', 'Adverse_event'], meta: { id: 'h1' } })
    expect(first?.gold).toEqual({
      events: [
        {
          type: 'Combination',
          trigger: { start: 26, end: 30 },
          arguments: [
            { role: 'Drug', start: 2, end: 8 },
            { role: 'Drug', start: 31, end: 37 },
          ],
        },
        {
          type: 'Adverse_event',
          trigger: { start: 52, end: 57 },
          arguments: [
            { role: 'Treatment', start: 2, end: 8, arguments: expect.any(Array) },
            { role: 'Treatment', start: 31, end: 37, arguments: [{ role: 'Drug', start: 31, end: 37 }] },
            { role: 'Speculated', start: 48, end: 51 },
            {
              role: 'Effect',
              start: 58,
              end: 79,
              fragments: [
                [58, 64],
                [74, 79],
              ],
            },
            { role: 'Severity', start: 58, end: 64 },
          ],
          attributes: { Severity: 'High', Speculated: 'true' },
        },
      ],
    })
    const [treatment] = (first!.gold as EeGold).events[1]!.arguments
    expect(treatment).toMatchObject({
      arguments: [
        { role: 'Drug', start: 2, end: 8 },
        { role: 'Route', start: 38, end: 46 },
        { role: 'Combination', event: 0 },
      ],
    })
    expect(second).toMatchObject({ text: 'Nothing happened.', gold: { events: [] }, labels: [] })
  })

  it('moves words to the only place where they stand, says what it leaves out, and refuses the rest', async () => {
    const readings = await read(fixture('broken.jsonl'))
    const said = readings.flatMap(({ issues }) =>
      issues.map(
        ({ line, severity, code, message }) => `${line} ${severity} ${code}: ${message.split(':')[0]}`,
      ),
    )
    expect(said).toEqual([
      '1 warning words-absent: annotations[0].events[0].Effect.text[0]',
      '1 warning argument-malformed: annotations[0].events[0].Subject',
      '1 warning words-moved: annotations[0].events[0].Trigger',
      '2 error event-malformed: annotations[0].events[0].Trigger',
      '3 error event-malformed: annotations[0].events[0].event_type',
      '4 error text-empty: The text holds nothing but space.',
      '5 error event-malformed: context',
      '6 error event-malformed: annotations',
    ])
    expect(readings.flatMap(({ instances }) => instances.map(({ gold }) => gold))).toEqual([
      { events: [{ type: 'Adverse_event', trigger: { start: 10, end: 14 }, arguments: [] }] },
    ])
  })

  it('is recognised by its annotations', () => {
    expect(phee.recognise(sampleOf(fixture('harbour.jsonl')))).toMatchObject({
      certainty: 1,
      taskForms: ['ee'],
    })
    expect(phee.recognise(sampleOf('{"context": "a", "question": "b"}'))).toBeNull()
  })
})

const shared = findSharedData()

describe.skipIf(!shared)('real events', () => {
  it('reads every event, argument, part and fragment as another reading does', async () => {
    const content = readFileSync(path.join(shared!, 'ee/phee-dev.jsonl'), 'utf8')
    const readings = await read(content)
    expect(readings.flatMap(({ issues }) => issues)).toEqual([])
    const records = content
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(readings).toHaveLength(961)
    const counted = { events: 0, said: 0 }
    for (const [i, { instances }] of readings.entries()) {
      const { text, gold } = instances[0] as { text: string; gold: EeGold }
      expect(eeGoldSchema.parse(gold)).toEqual(gold)
      expect(eeFaults(text, gold)).toEqual([])
      const facts = [...new Set(factsOfRecord(records[i]))].sort()
      expect([...new Set(factsOfGold(text, gold))].sort()).toEqual(facts)
      counted.events += gold.events.length
      counted.said += facts.length
    }
    expect(counted).toEqual({ events: 1155, said: 6831 })
  })
})

/** Each thing said of an event, as a line: the event's type and trigger, the way to the role, the words of the fragments. */
function factsOfGold(text: string, { events }: EeGold): string[] {
  const points = [...text]
  type Place = { start: number; end: number; fragments?: [number, number][] | undefined } | null
  const words = (place: Place) =>
    place
      ? (place.fragments ?? [[place.start, place.end]])
          .map(([start, end]) => `${start}~${points.slice(start, end).join('')}`)
          .join(' + ')
      : ''
  const headOf = ({ type, trigger }: EeGold['events'][number]) => `${type} @ ${words(trigger)}`
  return events.flatMap((event) => [
    headOf(event),
    ...Object.entries(event.attributes ?? {}).map(
      ([name, value]) => `${headOf(event)} ${name} is ${String(value)}`,
    ),
    ...event.arguments.flatMap((argument) => {
      if ('event' in argument)
        return [`${headOf(event)} ${argument.role} = ${headOf(events[argument.event]!)}`]
      const parts = (argument.arguments ?? []).map((part) => {
        const said = 'event' in part ? headOf(events[part.event]!) : words(part)
        return `${headOf(event)} ${argument.role}.${part.role} = ${said}`
      })
      return [`${headOf(event)} ${argument.role} = ${words(argument)}`, ...parts]
    }),
  ])
}

/** The same from the record itself, walking whatever it holds. */
function factsOfRecord(record: { annotations: { events: Record<string, unknown>[] }[] }): string[] {
  type Mentions = { text?: string[][]; start?: number[][]; value?: unknown }
  const words = ({ text = [], start = [] }: Mentions) =>
    text.map((parts, i) =>
      parts
        .map((part, j) => ({ part, at: start[i]![j]! }))
        .sort((a, b) => a.at - b.at)
        .map(({ part, at }) => `${at}~${part}`)
        .join(' + '),
    )
  const headOf = (event: Record<string, unknown>) =>
    `${event.event_type as string} @ ${words(event.Trigger as Mentions).join()}`
  const walk = (event: Record<string, unknown>): string[] => {
    const head = headOf(event)
    const inside = (value: Record<string, unknown>, way: string): string[] => [
      ...words(value as Mentions).map((one) => `${head} ${way} = ${one}`),
      ...Object.entries(value).flatMap(([key, inner]) => {
        if (['text', 'start', 'entity_id'].includes(key)) return []
        if (key === 'value') return [`${head} ${way} is ${String(inner)}`]
        if (Array.isArray(inner))
          return inner.flatMap((one) => [`${head} ${way}.${key} = ${headOf(one)}`, ...walk(one)])
        return inside(inner as Record<string, unknown>, `${way}.${key}`)
      }),
    ]
    const roles = Object.entries(event).filter(
      ([key]) => !['event_id', 'event_type', 'Trigger'].includes(key),
    )
    return [head, ...roles.flatMap(([key, value]) => inside(value as Record<string, unknown>, key))]
  }
  return record.annotations.flatMap(({ events }) => events.flatMap(walk))
}
