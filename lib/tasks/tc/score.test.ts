import { describe, expect, it } from 'vitest'
import type { ScoredAnswer } from '@/lib/tasks/model'
import { scoreTc } from '@/lib/tasks/tc/score'

const answers = (truth: number[][], guesses: number[][]): ScoredAnswer[] =>
  truth.map((labels, i) => ({ expected: classes(labels), given: classes(guesses[i]!), language: 'en' }))
const classes = (labels: number[]) => [{ label: 'label', items: labels.map(String) }]

describe('the score of classification', () => {
  /** scikit-learn, accuracy_score: y_pred 0 2 1 3 against y_true 0 1 2 3 is 0.5. */
  it('agrees with the accuracy that scikit-learn shows', () => {
    expect(scoreTc(answers([[0], [1], [2], [3]], [[0], [2], [1], [3]])).overall.accuracy).toBe(0.5)
  })

  /** scikit-learn, accuracy_score with label indicators: [[0, 1], [1, 1]] against all ones is 0.5. */
  it('is right about several classes only where all of them are', () => {
    expect(
      scoreTc(
        answers(
          [[1], [0, 1]],
          [
            [0, 1],
            [0, 1],
          ],
        ),
      ).overall.accuracy,
    ).toBe(0.5)
  })

  /** scikit-learn, f1_score: y_true 0 1 2 0 1 2, y_pred 0 2 1 0 0 1: macro 0.27, micro 0.33, by class 0.8 0 0. */
  it('agrees with the F1 that scikit-learn shows', () => {
    const truth = [[0], [1], [2], [0], [1], [2]]
    const guesses = [[0], [2], [1], [0], [0], [1]]
    const { overall, byLabel } = scoreTc(answers(truth, guesses))
    expect(overall.macroF1).toBeCloseTo(0.2667, 4)
    expect(overall.microF1).toBeCloseTo(0.3333, 4)
    expect(['0', '1', '2'].map((label) => byLabel[label]!.f1)).toEqual([0.8, 0, 0])
  })

  /** scikit-learn, f1_score with several labels: [[0,0,0],[1,1,1],[0,1,1]] and [[0,0,0],[1,1,1],[1,1,0]]: 0.667 1 0.667. */
  it('agrees with the F1 of several classes, no class among them', () => {
    const { overall, byLabel } = scoreTc(answers([[], [0, 1, 2], [1, 2]], [[], [0, 1, 2], [0, 1]]))
    expect(['0', '1', '2'].map((label) => byLabel[label]!.f1)).toEqual([2 / 3, 1, 2 / 3])
    expect(overall.accuracy).toBeCloseTo(2 / 3)
  })

  it('counts a class that is named twice once, and has no figure without answers', () => {
    expect(scoreTc(answers([[1]], [[1, 1]])).overall).toMatchObject({ accuracy: 1, microPrecision: 1 })
    expect(scoreTc([]).overall).toMatchObject({ accuracy: null, microF1: null, macroF1: null })
  })
})
