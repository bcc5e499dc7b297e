import { expect, it } from 'vitest'
import { compareBucket, splitBucket } from '@/lib/corpora/survey/compare-bucket'

it('cuts a large bucket into parts that all begin with its first texts, and leaves none out', () => {
  const bucket = Array.from({ length: 11 }, (_, at) => at)
  expect([...splitBucket(bucket, 5)]).toEqual([
    [0, 1, 2, 3, 4],
    [0, 1, 2, 3, 5, 6, 7, 8, 9],
    [0, 1, 2, 3, 10],
  ])
  expect([...splitBucket([3, 7], 5)]).toEqual([[3, 7]])
})

it('compares each text with the first four that are like none before them', () => {
  const told: [string, string][] = []
  const compared: string[] = []
  compareBucket(['a1', 'b1', 'a2', 'c1', 'd1', 'e1', 'e2', 'b2'], {
    areLike(rival, text) {
      compared.push(rival + text)
      return rival[0] === text[0]
    },
    onLike: (rival, text) => told.push([rival, text]),
  })
  expect(told).toEqual([
    ['a1', 'a2'],
    ['b1', 'b2'],
  ])
  expect(compared).not.toContain('e1e2')
})
