import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AnswerItem, fieldOf, type ScoredAnswer } from '@/lib/tasks/model'
import { scoreOpenie } from '@/lib/tasks/openie/score'

const tuple = (predicate: string, ...args: string[]): AnswerItem => ({ predicate, arguments: fieldOf(args) })
const pair = (expected: AnswerItem[], given: AnswerItem[]): ScoredAnswer => ({
  expected: [{ label: 'tuples', items: expected }],
  given: [{ label: 'tuples', items: given }],
  language: 'en',
})
const score = (expected: AnswerItem[], given: AnswerItem[]) => scoreOpenie([pair(expected, given)]).overall

describe('the score of open tuples', () => {
  const ate = tuple('ate', 'I', 'an apple')

  it('is strict about the order of arguments', () => {
    expect(score([ate], [tuple('ate', 'I', 'an apple')]).strictF1).toBe(1)
    expect(score([ate], [tuple('ate', 'an apple', 'I')]).strictF1).toBe(0)
  })

  it('counts shared tokens part by part', () => {
    // Given 3 tokens, all in the same part of the 4 expected ones.
    expect(score([ate], [tuple('ate', 'I', 'apple')])).toMatchObject({
      strictF1: 0,
      relaxedPrecision: 1,
      relaxedRecall: 3 / 4,
    })
    // Turned round, only the predicate is in its place: 1 of 4.
    expect(score([ate], [tuple('ate', 'an apple', 'I')])).toMatchObject({
      relaxedPrecision: 1 / 4,
      relaxedRecall: 1 / 4,
    })
  })

  it('wants a shared token in the predicate, and no part missing', () => {
    expect(score([ate], [tuple('had', 'I', 'an apple')]).relaxedF1).toBe(0)
    expect(score([ate], [tuple('ate', 'I')]).relaxedF1).toBe(0)
    expect(score([tuple('rains', 'it')], [tuple('rains', 'it')]).relaxedF1).toBe(1)
  })

  it('takes arguments after the first for one part', () => {
    // gave / Ida / Ole a book in May (5), given as gave / Ida / a book to Ole (4): gave, Ida, and a, book, Ole of 6 and 7.
    const figures = score(
      [tuple('gave', 'Ida', 'Ole', 'a book', 'in May')],
      [tuple('gave', 'Ida', 'a book', 'to Ole')],
    )
    expect(figures.relaxedPrecision).toBeCloseTo(5 / 6)
    expect(figures.relaxedRecall).toBeCloseTo(5 / 7)
  })

  it('gives each given tuple one expected one, and lets one given tuple serve several expected ones', () => {
    // The given tuple holds both: with "ate I an apple" 4 of 6 and 4 of 4, with "ate I a pear" 4 of 6 and 4 of 4.
    const both = tuple('ate', 'I', 'an apple a pear')
    const figures = score([ate, tuple('ate', 'I', 'a pear')], [both])
    expect(figures.relaxedPrecision).toBeCloseTo(4 / 6)
    expect(figures.relaxedRecall).toBe(1)
    // The other way round the second given tuple finds nothing left: 4/4 of two.
    expect(score([both], [ate, tuple('ate', 'I', 'a pear')]).relaxedPrecision).toBe(1 / 2)
  })

  /** The figures that CaRB's own procedure (its lenient match and its match of all pairs, best first) gives for these tuples. */
  it('agrees with the script of CaRB, which does not look at a part that only the given tuple has', () => {
    const figures = score(
      [
        tuple('steered', 'Mara', 'the Grey Petrel', 'to Vardo', 'in May'),
        tuple('was', 'Vardo', 'a harbour'),
        tuple('rained', 'it'),
      ],
      [
        tuple('steered', 'Mara Quill', 'the Petrel to Vardo'),
        tuple('rained', 'it', 'in May'),
        tuple('was steered', 'Vardo', 'a town'),
      ],
    )
    expect(figures.relaxedPrecision).toBeCloseTo(0.81905, 5)
    expect(figures.relaxedRecall).toBeCloseTo(0.80556, 5)
  })

  it('reads Chinese by characters', () => {
    // 创办 / 他 / 一家公司 (7), given as 创办了 / 他 / 公司 (6): 创 办 他 公 司.
    const figures = score([tuple('创办', '他', '一家公司')], [tuple('创办了', '他', '公司')])
    expect(figures.relaxedPrecision).toBeCloseTo(5 / 6)
    expect(figures.relaxedRecall).toBeCloseTo(5 / 7)
  })

  it('leaves undefined what has no basis', () => {
    expect(score([], [])).toMatchObject({ relaxedPrecision: null, relaxedRecall: null, relaxedF1: null })
    expect(score([ate], [])).toMatchObject({ relaxedPrecision: null, relaxedRecall: 0, relaxedF1: 0 })
    expect(score([], [ate])).toMatchObject({ relaxedPrecision: 0, relaxedRecall: null, relaxedF1: 0 })
  })

  it('stays within 0 and 1, and is never lower relaxed than strict', () => {
    const words = fc.constantFrom('a', 'a b', 'b c', 'Ö', '他')
    const item = fc
      .tuple(words, fc.array(words, { minLength: 1, maxLength: 6 }))
      .map(([p, a]) => tuple(p, ...a))
    const items = fc.array(item, { maxLength: 4 })
    fc.assert(
      fc.property(items, items, (expected, given) => {
        const figures = score(expected, given)
        for (const figure of Object.values(figures))
          expect(figure === null || (figure >= 0 && figure <= 1 + 1e-9)).toBe(true)
        expect((figures.relaxedF1 ?? 0) + 1e-9).toBeGreaterThanOrEqual(figures.strictF1 ?? 0)
      }),
    )
  })
})
