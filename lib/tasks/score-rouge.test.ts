import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreRouge } from '@/lib/tasks/score-rouge'
import { splitTokens } from '@/lib/tasks/split-tokens'

describe('ROUGE', () => {
  /** Lin 2004, section 3.1: S1 is the reference; with beta 1 the longest common subsequences give 3/4, 2/4 and 2/4. */
  it.each([
    ['police kill the gunman', 3 / 4],
    ['the gunman kill police', 2 / 4],
    ['the gunman police killed', 2 / 4],
  ])('agrees with the example of its paper: ROUGE-L of "%s"', (text, figure) => {
    expect(scoreRouge(text, 'police killed the gunman').rougeL).toBeCloseTo(figure)
  })

  it('counts the words of ROUGE-1 whatever their order, each as often as it is there', () => {
    // Lin's third and second sentence again: all four words, and three of four.
    expect(scoreRouge('the gunman police killed', 'police killed the gunman').rouge1).toBe(1)
    expect(scoreRouge('the gunman kill police', 'police killed the gunman').rouge1).toBe(3 / 4)
    // "the" three times, once in the reference: precision 1/3, recall 1/2.
    expect(scoreRouge('the the the', 'the end').rouge1).toBeCloseTo(0.4)
  })

  /** The pair of sentences in the README of rouge-score, counted by hand. */
  it('scores a longer pair', () => {
    const figures = scoreRouge(
      'The quick brown dog jumps on the log.',
      'The quick brown fox jumps over the lazy dog',
    )
    // the, quick, brown, jumps, the, dog of 8 given and 9 wanted; in order: the quick brown jumps the.
    expect(figures.rouge1).toBeCloseTo(12 / 17)
    expect(figures.rougeL).toBeCloseTo(10 / 17)
  })

  it('reads Chinese by characters and keeps words of other scripts whole', () => {
    expect(splitTokens('用GPU算，3.5倍')).toEqual(['用', 'gpu', '算', '，', '3.5', '倍'])
    // 我 爱 吃 鱼 given, 我 吃 大 鱼 wanted: 3 of 4 and 3 of 4, in order too.
    expect(scoreRouge('我爱吃鱼。', '我吃大鱼')).toEqual({ rouge1: 3 / 4, rougeL: 3 / 4 })
  })

  it('is 0 without words and undefined without a reference', () => {
    expect(scoreRouge(' …', 'words')).toEqual({ rouge1: 0, rougeL: 0 })
    expect(scoreRouge('words', '!')).toEqual({ rouge1: null, rougeL: null })
  })

  it('takes any text, stays within 0 and 1, and is 1 for the text itself', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 })
    fc.assert(
      fc.property(text, text, (a, b) => {
        for (const figure of Object.values(scoreRouge(a, b)))
          expect(figure === null || (figure >= 0 && figure <= 1)).toBe(true)
        for (const figure of Object.values(scoreRouge(a, a))) expect([1, null]).toContain(figure)
      }),
    )
  })
})
