import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeDraw } from '@/lib/synthesis/make-draw'
import { schemaSamplingSchema, splitNumOf } from '@/lib/synthesis/model'
import { sampleSchemas } from '@/lib/synthesis/record/sample-schemas'

const LABELS = Array.from({ length: 14 }, (_, i) => `label ${String(i).padStart(2, '0')}`)
const CONFUSIONS = new Map([
  [LABELS[0]!, [LABELS[1]!, LABELS[2]!]],
  [LABELS[3]!, [LABELS[4]!, LABELS[0]!]],
])

const draw = (copy: number) => makeDraw({ seed: 42, instanceId: 'instance', copy })

function sample(
  given: { present?: string[]; labels?: string[]; copy?: number } & Record<string, unknown> = {},
) {
  const { present = [], labels = LABELS, copy = 0, ...sampling } = given
  const from = { labels, present, confusions: CONFUSIONS }
  const parsed = schemaSamplingSchema.parse(sampling)
  return sampleSchemas(draw(copy), from, { ...parsed, splitNum: splitNumOf(parsed, 'ner') })
}

describe('sampling the schema of an instruction', () => {
  it('asks for the labels of the gold, those taken for them, and as many others as it is told', () => {
    const asked = sample({ present: [LABELS[0]!, LABELS[3]!], others: 2, splitNum: -1 })[0]!
    expect(asked).toEqual(expect.arrayContaining([0, 1, 2, 3, 4].map((at) => LABELS[at]!)))
    expect(asked).toHaveLength(7)
  })

  it.each([
    [4, 14, [4, 4, 4, 2]],
    [6, 14, [6, 8]],
    [5, 14, [5, 5, 4]],
    [3, 4, [4]],
    [1, 3, [1, 1, 1]],
    [20, 14, [14]],
    [-1, 14, [14]],
  ])('splits by %i: %i labels become %j', (splitNum, count, sizes) => {
    const labels = LABELS.slice(0, count)
    const lists = sample({ labels, present: labels, splitNum })
    expect(lists.map((list) => list.length)).toEqual(sizes)
    expect(lists.flat().toSorted()).toEqual(labels)
  })

  it('keeps the order sorted when asked to, and shuffles otherwise', () => {
    const sorted = sample({ present: LABELS, splitNum: -1, order: 'sorted' })[0]
    expect(sorted).toEqual(LABELS)
    const orders = new Set([0, 1, 2, 3].map((copy) => sample({ present: LABELS, splitNum: -1, copy }).join()))
    expect(orders.size).toBe(4)
  })

  it('puts one label of the gold into each bucket, among those that it is taken for', () => {
    const present = [LABELS[0]!, LABELS[3]!, LABELS[9]!]
    const lists = sample({ present, splitNum: 4, bucketing: true })
    expect(lists).toHaveLength(3)
    for (const list of lists) {
      expect(list).toHaveLength(4)
      expect(list.filter((label) => present.includes(label))).toHaveLength(1)
    }
    expect(lists.find((list) => list.includes(LABELS[0]!))).toEqual(
      expect.arrayContaining([LABELS[1]!, LABELS[2]!]),
    )
    expect(lists.find((list) => list.includes(LABELS[3]!))).toContain(LABELS[4]!)
  })

  it('asks an instance without gold for one label at least, and for more by chance', () => {
    const counts = Array.from({ length: 400 }, (_, copy) => sample({ copy, splitNum: -1 })[0]!.length)
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
    expect(mean).toBeGreaterThan(6)
    expect(mean).toBeLessThan(8)
    expect(sample({ negativeRate: 0, splitNum: -1 })[0]).toHaveLength(1)
  })

  it('never asks for a label twice, nor for one that may not be asked for, and gives the same lists again', () => {
    const sampling = fc.record({
      splitNum: fc.integer({ min: -1, max: 9 }).filter((split) => split !== 0),
      others: fc.nat(9),
      bucketing: fc.boolean(),
      hardNegatives: fc.boolean(),
      order: fc.constantFrom('sorted', 'shuffled'),
    })
    fc.assert(
      fc.property(
        fc.subarray(LABELS),
        fc.subarray(LABELS),
        sampling,
        fc.nat(50),
        (labels, present, by, copy) => {
          const lists = sample({ labels, present, copy, ...by })
          expect(sample({ labels, present, copy, ...by })).toEqual(lists)
          for (const list of lists) expect(new Set(list).size).toBe(list.length)
          const asked = lists.flat()
          expect(asked.every((label) => labels.includes(label))).toBe(true)
          const own = present.filter((label) => labels.includes(label))
          expect(asked).toEqual(expect.arrayContaining(own))
          if (!by.bucketing) expect(new Set(asked).size).toBe(asked.length)
        },
      ),
    )
  })
})
