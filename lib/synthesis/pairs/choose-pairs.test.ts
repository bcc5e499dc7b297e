import { describe, expect, it } from 'vitest'
import { uuidFromName } from '@/lib/platform/hash'
import { choosePairs } from '@/lib/synthesis/pairs/choose-pairs'
import { planShare } from '@/lib/synthesis/pairs/plan-share'

const [CRAFTS, BOOKS, MUSIC] = ['000001', '000001000001', '000002']
const pairs = Array.from({ length: 600 }, (_, at) => ({
  ordinal: at + 1,
  artifactId: uuidFromName(`artifact/${at}`),
  versionId: uuidFromName(`version/${at}`),
  subject: at % 2 ? 'books' : 'music',
  path: at % 2 ? BOOKS! : MUSIC!,
}))
const none = { cap: null, perSubject: null, nodes: [], seed: 1 }
const node = (path: string, of: { weight?: number; cap?: number }) => ({
  ...{ id: uuidFromName(path), path, weight: of.weight ?? 1, cap: of.cap ?? null },
})
const count = (chosen: typeof pairs, subject: string) =>
  chosen.filter((one) => one.subject === subject).length

describe('the pairs that a recipe takes', () => {
  it('are all of them, in order, where it asks for nothing', () => {
    expect(choosePairs(pairs, none)).toEqual(pairs)
  })

  it('are fewer below a node of less weight, and none below one of weight 0', () => {
    const light = choosePairs(pairs, {
      ...none,
      nodes: [node(CRAFTS!, { weight: 0.5 }), node(BOOKS!, { weight: 0.5 })],
    })
    expect(count(light, 'music')).toBe(300)
    expect(count(light, 'books')).toBeGreaterThan(50)
    expect(count(light, 'books')).toBeLessThan(100)
    const gone = choosePairs(pairs, { ...none, nodes: [node(CRAFTS!, { weight: 0 })] })
    expect(count(gone, 'books')).toBe(0)
    expect(count(gone, 'music')).toBe(300)
  })

  it('keep to caps over all, of a node and of each subject', () => {
    expect(choosePairs(pairs, { ...none, cap: 40 })).toHaveLength(40)
    const capped = choosePairs(pairs, { ...none, perSubject: 50, nodes: [node(CRAFTS!, { cap: 7 })] })
    expect([count(capped, 'books'), count(capped, 'music')]).toEqual([7, 50])
  })

  it('are moved by no other pair: without some, those that stay are the same', () => {
    const nodes = [node(BOOKS!, { weight: 0.3 })]
    const whole = choosePairs(pairs, { ...none, nodes })
    const some = choosePairs(
      pairs.filter(({ ordinal }) => ordinal % 3),
      { ...none, nodes },
    )
    expect(some).toEqual(whole.filter(({ ordinal }) => ordinal % 3))
    expect(choosePairs(pairs, { ...none, nodes, seed: 2 })).not.toEqual(whole)
  })
})

it('makes the share of pairs among all records, as far as there are so many', () => {
  expect(planShare(0.2, { pairs: 1000, others: 800 })).toBeCloseTo(0.2)
  expect(planShare(0.5, { pairs: 100, others: 800 })).toBe(1)
  expect(planShare(null, { pairs: 100, others: 8 })).toBe(1)
  expect(planShare(0.3, { pairs: 100, others: 0 })).toBe(1)
})
