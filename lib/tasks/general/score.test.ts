import { expect, it } from 'vitest'
import { scoreGeneral } from '@/lib/tasks/general/score'
import type { ScoredAnswer } from '@/lib/tasks/model'

const pair = (expected: string, given: string): ScoredAnswer => ({
  expected: [{ label: 'response', items: [expected] }],
  given: [{ label: 'response', items: [given] }],
  language: 'en',
})

it('is the mean over the answers, without those that have nothing to be compared with', () => {
  const gunman = pair('police killed the gunman', 'police kill the gunman')
  expect(scoreGeneral([gunman, pair('yes', 'yes'), pair('', 'yes')])).toEqual({
    overall: { rouge1: (3 / 4 + 1) / 2, rougeL: (3 / 4 + 1) / 2 },
    byLabel: {},
  })
  expect(scoreGeneral([]).overall).toEqual({ rouge1: null, rougeL: null })
})
