import { expect, it } from 'vitest'
import { checkContent } from '@/lib/artifacts/kinds/pair/check-content'
import type { PairContent } from '@/lib/artifacts/kinds/pair/content'
import { pairKind } from '@/lib/artifacts/kinds/pair/kind'

const pair: PairContent = {
  question: 'Why is paper folded along its grain?',
  answer: 'It cracks less.',
  language: 'en',
  strategy: 's1',
  subject: { nodeId: '0c7e2f0e-6c5a-4b8e-9a47-0d8f6f3f9e11', path: ['Crafts', 'Bookbinding'] },
  sessions: ['Paper'],
  concepts: ['Grain'],
  syllabusVersionId: '5b1f0d0a-3a53-4e0c-8f0e-6d6f0b1a7c22',
  rank: 3,
}

it('wants as many sessions as the strategy has, and a concept of each', () => {
  const codes = (changed: Partial<PairContent>) =>
    checkContent({ ...pair, ...changed }).map(({ code }) => code)
  expect(codes({})).toEqual([])
  expect(codes({ strategy: 's2' })).toEqual(['sessions-of-strategy', 'concepts-of-strategy'])
  expect(codes({ strategy: 's2', sessions: ['Paper', 'Sewing'], concepts: ['Grain', 'Thread'] })).toEqual([])
  expect(codes({ sessions: ['Paper', 'Sewing'] })).toEqual(['sessions-of-strategy'])
  expect(codes({ concepts: ['Grain', 'Grain'] })).toEqual(['concepts-of-strategy'])
})

it('stays about the same concepts, whatever question and answer become', () => {
  expect(pairKind.isSame(pair, { ...pair, question: 'Why along the grain?', answer: 'Less cracks.' })).toBe(
    true,
  )
  expect(pairKind.isSame(pair, { ...pair, concepts: ['Weight'] })).toBe(false)
  expect(pairKind.isSame(pair, { ...pair, rank: 4 })).toBe(false)
})
