import { expect, test } from 'vitest'
import { groupSimilar } from '@/lib/reviews/lots/group-similar'

test('texts that say nearly the same are together, the others in no group', () => {
  const groups = groupSimilar([
    'A named · that people chose, with its rank when it stands before it.',
    'Something else entirely about ferries and tugs.',
    'A named · that people chose, with its rank when it stands after it.',
    'A named · that people chose, with its rank when it stands before it!',
  ])
  expect(groups.map(({ members }) => members)).toEqual([[0, 2, 3]])
  expect(groups[0]!.likeness).toBeGreaterThan(0.5)
  expect(groups[0]!.likeness).toBeLessThan(1)
})

test('Chinese is compared by characters, and the largest group comes first', () => {
  const groups = groupSimilar([
    'one two three four',
    '有名字的船只或小艇，不含港口。',
    'one two three four',
    '有名字的船只或小艇，不含码头。',
    '有名字的船只或小艇，不含港口。',
    '',
    '',
  ])
  expect(groups.map(({ members }) => members)).toEqual([
    [1, 3, 4],
    [0, 2],
  ])
})
