import { expect, it } from 'vitest'
import { allRefs } from '@/components/reviews/selection'

const refs = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({ ordinal: from + at, start: 0, end: 2 }))

it('finds all the mentions behind a figure whose first are known, wherever in the evidence they stand', () => {
  const evidence = {
    frequent: [{ mention: 'a', count: 30, refs: refs(1, 20) }],
    roles: [{ role: 'port', count: 30, refs: refs(50, 20), fillers: [{ count: 4, refs: refs(9, 4) }] }],
    claims: [{ text: 'a', count: 30, refs: refs(1, 30) }],
  }
  expect(allRefs(evidence, { count: 30, refs: refs(1, 12) })).toHaveLength(30)
  expect(allRefs(evidence, { count: 30, refs: refs(50, 12) })).toEqual(refs(50, 20))
  expect(allRefs(evidence, { count: 31, refs: refs(1, 12) })).toEqual(refs(1, 12))
})
