import { describe, expect, it } from 'vitest'
import {
  addSpan,
  changeAt,
  placeOfSelection,
  removeEntity,
  removeEvent,
  rolesIn,
  unitsOf,
  wordsAt,
} from '@/components/gold/gold-edits'

const TEXT = '👩‍🚒 Ana met the Petrel.'

describe('a place that is selected', () => {
  it('is told in code points, whatever emoji stand before it, and back', () => {
    const units = { start: TEXT.indexOf('Petrel'), end: TEXT.indexOf('Petrel') + 6 }
    const place = placeOfSelection(TEXT, units)!
    expect(place.start).toBeLessThan(units.start)
    expect(wordsAt(TEXT, place)).toBe('Petrel')
    expect(unitsOf(TEXT, place)).toEqual(units)
  })

  it('loses the space at its edges, and is none where nothing else is selected', () => {
    const at = TEXT.indexOf(' met ')
    expect(wordsAt(TEXT, placeOfSelection(TEXT, { start: at, end: at + 5 })!)).toBe('met')
    expect(placeOfSelection(TEXT, { start: at, end: at + 1 })).toBeNull()
    expect(placeOfSelection(TEXT, { start: at, end: at })).toBeNull()
  })
})

it('marks a place once for each label, in the order of the text', () => {
  const one = { start: 9, end: 12, label: 'person' }
  const gold = addSpan({ spans: [one] }, { start: 0, end: 3, label: 'person' })
  expect(gold.spans.map(({ start }) => start)).toEqual([0, 9])
  expect(addSpan(gold, one)).toBe(gold)
  expect(addSpan(gold, { ...one, label: 'place' }).spans).toHaveLength(3)
})

it('takes what hangs on an entity out with it, and leads the other relations to the same ends', () => {
  const entity = (start: number) => ({ start, end: start + 1, label: '' })
  const gold = {
    entities: [entity(0), entity(2), entity(4)],
    relations: [
      { type: 'a', head: 0, tail: 1 },
      { type: 'b', head: 2, tail: 0 },
    ],
  }
  expect(removeEntity(gold, 1)).toEqual({
    entities: [entity(0), entity(4)],
    relations: [{ type: 'b', head: 1, tail: 0 }],
  })
})

it('takes an event out of the roles that it fills, and leads the others to the same events', () => {
  const event = (type: string, own: object[] = []) => ({ type, trigger: null, arguments: own as never[] })
  const nested = { start: 0, end: 2, role: 'way', arguments: [{ role: 'by', event: 0 }] }
  const gold = {
    events: [
      event('a'),
      event('b', [{ role: 'cause', event: 0 }, { role: 'then', event: 2 }, nested]),
      event('c'),
    ],
  }
  expect(removeEvent(gold, 0).events).toEqual([
    event('b', [
      { role: 'then', event: 1 },
      { start: 0, end: 2, role: 'way' },
    ]),
    event('c'),
  ])
  expect(rolesIn(gold.events)).toEqual(['cause', 'then', 'way', 'by'])
})

it('changes one of a list, or takes it out', () => {
  expect(changeAt([1, 2, 3], 1, (n) => n * 10)).toEqual([1, 20, 3])
  expect(changeAt([1, 2, 3], 1, () => null)).toEqual([1, 3])
})
