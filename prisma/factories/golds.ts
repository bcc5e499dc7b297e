import fc from 'fast-check'
import type { EeGold, Event, EventArgument } from '@/lib/tasks/ee/gold'
import { codePointLength } from '@/lib/tasks/model'
import type { Extent, Fragment, NerSpan } from '@/lib/tasks/ner/gold'
import type { Entity, ReGold } from '@/lib/tasks/re/gold'

const PIECES = [
  'Ana',
  ' ',
  '👩‍🚒',
  'e\u0301',
  '澜湾',
  '。',
  '\u202eabc',
  '\n',
  '🇳🇴',
  'ﬁ',
  '\u200d',
  '"',
  '|',
  '<b>',
  'カー',
  ' ',
]

/** Texts that trip over offsets: emoji of several code points, combining marks, writing from the right, no spaces. */
export const hostileTexts = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { minLength: 2, maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', minLength: 2, maxLength: 20 }),
)

/** Places of a text, nested, crossing and discontinuous ones among them, as a mapper might write them: unsorted, touching. */
export function extentsIn(text: string): fc.Arbitrary<Extent> {
  const length = codePointLength(text)
  const offsets = (count: number) =>
    fc
      .uniqueArray(fc.nat(length), { minLength: count, maxLength: count })
      .map((points) => points.sort((a, b) => a - b))
  const whole = offsets(Math.min(2, length)).map(([start = 0, end = length]) => ({ start, end }))
  if (length < 3) return whole
  const broken = fc
    .tuple(offsets(length < 4 ? 3 : 4), fc.boolean())
    .map(([[a, b, c, d], swapped]): Extent => {
      const parts: Fragment[] =
        d === undefined
          ? [
              [a!, b!],
              [b!, c!],
            ]
          : [
              [a!, b!],
              [c!, d],
            ]
      return { start: a!, end: d ?? c!, fragments: swapped ? parts.reverse() : parts }
    })
  return fc.oneof({ weight: 2, arbitrary: whole }, broken)
}

/** A text with spans in it, some of them twice. */
export const hostileSpans = hostileTexts.chain((text) =>
  fc.record({
    text: fc.constant(text),
    spans: fc
      .array(fc.tuple(extentsIn(text), fc.constantFrom('a', 'b', '__proto__')), { maxLength: 6 })
      .chain((picked) =>
        fc.constantFrom(1, 2).map((times) => Array.from({ length: times }, () => picked).flat()),
      )
      .map((picked) => picked.map(([extent, label]): NerSpan => ({ ...extent, label }))),
  }),
)

const attributes = fc.dictionary(
  fc.constantFrom('born', 'name', 'name_', 'b'),
  fc.oneof(fc.constant('1880'), fc.array(fc.constantFrom('x', 'y'), { minLength: 1, maxLength: 3 })),
  { maxKeys: 2, noNullPrototype: true },
)

/** A text with entities and relations as a mapper might write them: unsorted, twice, several between the same ends, circles. */
export const hostileRelations = hostileTexts.chain((text) =>
  fc.record({ text: fc.constant(text), gold: relationsIn(text) }),
)

export function relationsIn(text: string): fc.Arbitrary<ReGold> {
  const also = extentsIn(text).map(({ start, end }): [number, number] => [start, end])
  const label = fc.constantFrom('', 'a', 'b', '__proto__')
  const more = { also: fc.array(also, { minLength: 1, maxLength: 2 }), attributes }
  const entity = fc
    .tuple(extentsIn(text), label, fc.record(more, { requiredKeys: [], noNullPrototype: true }))
    .map(([extent, own, rest]): Entity => ({ ...extent, label: own, ...rest }))
  return fc.array(entity, { minLength: 1, maxLength: 5 }).chain((entities) =>
    fc.record({
      entities: fc.constant([...entities, entities[0]!]),
      relations: fc.array(
        fc.record({
          type: fc.constantFrom('r', 's', 'name'),
          head: fc.nat(entities.length),
          tail: fc.nat(entities.length),
        }),
        { maxLength: 5 },
      ),
    }),
  )
}

/** The same gold with its entities the other way round. */
export function reversedRelations({ entities, relations }: ReGold): ReGold {
  const moved = (index: number) => entities.length - 1 - index
  return {
    entities: entities.toReversed(),
    relations: relations.toReversed().map(({ type, head, tail }) => ({
      type,
      head: moved(head),
      tail: moved(tail),
    })),
  }
}

/** A text with events as a mapper might write them: unsorted, twice, with parts, naming each other or themselves. */
export const hostileEvents = hostileTexts.chain((text) =>
  fc.record({ text: fc.constant(text), gold: eventsIn(text) }),
)

const MOST_EVENTS = 4

export function eventsIn(text: string): fc.Arbitrary<EeGold> {
  const role = fc.constantFrom('who', 'what', 'trigger')
  const words = fc.tuple(extentsIn(text), role).map(([extent, own]) => ({ ...extent, role: own }))
  const link = fc.record({ event: fc.nat(MOST_EVENTS), role })
  const parts = fc.array(fc.oneof(words, link), { minLength: 1, maxLength: 3 })
  const whole = fc.tuple(words, parts).map(([own, more]): EventArgument => ({ ...own, arguments: more }))
  const event = fc
    .record({
      type: fc.constantFrom('a', 'b', '__proto__'),
      trigger: fc.option(extentsIn(text)),
      arguments: fc.array(fc.oneof(words, whole, link), { maxLength: 4 }),
    })
    .chain((own) => attributes.map((said): Event => ({ ...own, attributes: said })))
  const few = fc.array(event, { minLength: MOST_EVENTS, maxLength: MOST_EVENTS })
  return few.map((events) => ({ events: [...events, events[0]!] }))
}

/** The same gold with its events in this order. */
export function reorderedEvents({ events }: EeGold, order: readonly number[]): EeGold {
  const moved = (one: EventArgument): EventArgument => {
    if ('event' in one) return { ...one, event: order.indexOf(one.event) }
    return one.arguments ? { ...one, arguments: one.arguments.map(moved).toReversed() } : one
  }
  return {
    events: order.map((from) => ({
      ...events[from]!,
      arguments: events[from]!.arguments.map(moved).toReversed(),
    })),
  }
}
