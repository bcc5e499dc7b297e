import { expect, it } from 'vitest'
import { diffAnswers } from '@/lib/rules/diff-answers'
import type { Lowered } from '@/lib/tasks/model'

const lowered = (groups: Record<string, [item: string, start: number][]>): Lowered => ({
  answer: Object.entries(groups).map(([label, items]) => ({ label, items: items.map(([item]) => item) })),
  places: Object.values(groups).map((items) =>
    items.map(([item, start]) => [{ start, end: start + item.length }]),
  ),
})
const placed = (item: string, start: number) => ({ item, place: [{ start, end: start + item.length }] })

it('names what goes and what comes under each label, and tells equal words apart by their place', () => {
  const before = lowered({
    a: [
      ['x', 0],
      ['x', 4],
    ],
    b: [['y', 2]],
    c: [['z', 6]],
  })
  const after = lowered({ a: [['x', 4]], b: [['y', 2]], d: [['z', 6]] })
  expect(diffAnswers(before, after)).toEqual([
    { label: 'a', before: [placed('x', 0)], after: [] },
    { label: 'c', before: [placed('z', 6)], after: [] },
    { label: 'd', before: [], after: [placed('z', 6)] },
  ])
  expect(diffAnswers(before, before)).toEqual([])
})

it('names all items of a label where only their order is another', () => {
  const change = diffAnswers(
    lowered({
      a: [
        ['x', 0],
        ['y', 2],
      ],
    }),
    lowered({
      a: [
        ['y', 2],
        ['x', 0],
      ],
    }),
  )
  expect(change).toEqual([
    { label: 'a', before: [placed('x', 0), placed('y', 2)], after: [placed('y', 2), placed('x', 0)] },
  ])
})
