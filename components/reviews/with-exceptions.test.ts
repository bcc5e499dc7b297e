import { describe, expect, it } from 'vitest'
import type { Marks } from '@/components/reviews/application-marks'
import { sidesOf } from '@/components/reviews/application-sides'
import { withExceptions } from '@/components/reviews/with-exceptions'
import type { RuleContent } from '@/lib/artifacts/kinds/rule/content'

const content = { exceptions: [{ ordinal: 5, reason: 'A ship of that name' }] } as RuleContent
const marks = (given: [number, { right: true } | { right: false; reason: string }][]): Marks =>
  new Map(given.map(([ordinal, mark]) => [ordinal, { ...mark, drawn: true }]))

describe('approving a rule on a sample', () => {
  it('changes nothing where every application is right, or was an exception already', () => {
    expect(withExceptions(content, marks([[1, { right: true }]]))).toBe(content)
    expect(withExceptions(content, marks([[5, { right: false, reason: 'Again' }]]))).toBe(content)
  })

  it('makes an exception with its reason of each that is wrong, in the order of the corpus', () => {
    const found = marks([
      [7, { right: false, reason: ' Part of the name ' }],
      [2, { right: false, reason: 'A title' }],
    ])
    expect(withExceptions(content, found).exceptions).toEqual([
      { ordinal: 2, reason: 'A title' },
      { ordinal: 5, reason: 'A ship of that name' },
      { ordinal: 7, reason: 'Part of the name' },
    ])
  })
})

describe('the two sides of an application', () => {
  const spans = [
    { start: 4, end: 10, label: 'party' },
    { start: 15, end: 19, label: 'person' },
  ]
  const placed = (start: number, end: number) => ({ item: 'x', place: [{ start, end }] })

  it('draw with their labels what goes and what comes, and plainly what stays', () => {
    const changes = [{ label: 'party', before: [placed(4, 10)], after: [placed(0, 10)] }]
    const sides = sidesOf({
      ordinal: 1,
      text: 'The Greens met Anna .',
      question: null,
      spans,
      changes,
      why: [],
    })
    expect(sides.before.spans).toEqual([
      { start: 15, end: 19, label: '', plain: true },
      { start: 4, end: 10, label: 'party' },
    ])
    expect(sides.after.spans.at(-1)).toEqual({ start: 0, end: 10, label: 'party' })
    expect([sides.before.lists, sides.after.lists]).toEqual([[], []])
  })

  it('list what stands nowhere in the text, and what is only ordered otherwise', () => {
    const a = { item: 'a', place: null }
    const b = { item: 'b', place: null }
    const sides = sidesOf({
      ordinal: 1,
      text: 'Text',
      question: null,
      spans: [],
      changes: [
        { label: 'class', before: [a, b], after: [a] },
        { label: 'list', before: [placed(0, 1), b], after: [b, placed(0, 1)] },
      ],
      why: [],
    })
    expect(sides.before.lists).toEqual([
      { label: 'class', items: ['a', 'b'] },
      { label: 'list', items: ['x', 'b'] },
    ])
    expect(sides.after.lists).toEqual([
      { label: 'class', items: ['a'] },
      { label: 'list', items: ['b', 'x'] },
    ])
  })
})
