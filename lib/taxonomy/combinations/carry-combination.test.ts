import { describe, expect, it } from 'vitest'
import { carryCombination } from './carry-combination'
import { indexCombinations } from './index-combinations'
import { combinationStrategies } from './model'
import { nameCombination } from './name-combination'
import { unrankCombination } from './unrank-combination'

const before = [
  { name: 'Light', concepts: ['ray', 'wave', 'photon'] },
  { name: 'Mirrors', concepts: ['focus', 'image'] },
  { name: 'Lenses', concepts: ['focal length', 'image distance'] },
]
const combination = {
  strategy: 's2',
  picks: [
    { session: 0, concepts: [0, 2] },
    { session: 1, concepts: [1] },
  ],
} as const
const carry = (after: typeof before) => {
  const carried = carryCombination(combination, { before, after })
  return carried && nameCombination(after, carried)
}
const [light, mirrors, lenses] = before as [(typeof before)[0], (typeof before)[0], (typeof before)[0]]

describe('a combination in an edited syllabus', () => {
  it('is the same in the same syllabus, for every one of them', () => {
    const index = indexCombinations(before.map(({ concepts }) => concepts.length))
    for (const strategy of combinationStrategies)
      for (let rank = 0; rank < index.size[strategy]; rank++) {
        const one = unrankCombination(index, { strategy, rank })
        expect(carryCombination(one, { before, after: before })).toEqual(one)
      }
  })

  it('follows its sessions and concepts where they went', () => {
    const after = [lenses, mirrors, { name: 'light', concepts: ['colour', 'Photon', 'ray'] }]
    expect(carry(after)).toEqual([
      { session: 'Mirrors', concepts: ['image'] },
      { session: 'light', concepts: ['Photon', 'ray'] },
    ])
    expect(carry([{ ...light, name: 'What light is' }, mirrors])).toMatchObject([
      { session: 'What light is' },
      {},
    ])
  })

  it.each([
    ['a concept of it is gone', [{ ...light, concepts: ['ray', 'wave'] }, mirrors]],
    ['a session of it is gone', [light, lenses]],
    [
      'its two sessions became one',
      [{ name: 'Light and mirrors', concepts: [...light.concepts, ...mirrors.concepts] }],
    ],
  ])('is none where %s', (_why, after) => {
    expect(carry(after)).toBeUndefined()
  })
})
