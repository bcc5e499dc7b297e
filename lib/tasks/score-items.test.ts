import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, ScoredAnswer } from '@/lib/tasks/model'
import { itemKey, scoreItems } from '@/lib/tasks/score-items'

const pair = (expected: Answer, given: Answer): ScoredAnswer => ({ expected, given, language: 'en' })

describe('the score of items', () => {
  /**
   * The example of seqeval's own documentation: O O O B-MISC I-MISC I-MISC O and B-PER I-PER O, given as O O B-MISC I-MISC I-MISC
   * I-MISC O and B-PER I-PER O, is said to be MISC 0 0 0, PER 1 1 1, micro 0.50 0.50 0.50, macro 0.50 0.50 0.50.
   */
  it('agrees with the example of seqeval', () => {
    const expected = [
      { label: 'MISC', items: ['d e f'] },
      { label: 'PER', items: ['x y'] },
    ]
    const given = [
      { label: 'MISC', items: ['c d e f'] },
      { label: 'PER', items: ['x y'] },
    ]
    const half = { precision: 0.5, recall: 0.5, f1: 0.5 }
    expect(scoreItems([pair(expected, given)])).toEqual({
      overall: {
        microPrecision: half.precision,
        microRecall: half.recall,
        microF1: half.f1,
        macroPrecision: half.precision,
        macroRecall: half.recall,
        macroF1: half.f1,
      },
      byLabel: { MISC: { precision: 0, recall: 0, f1: 0 }, PER: { precision: 1, recall: 1, f1: 1 } },
    })
  })

  /**
   * The output that the page of conlleval shows (CoNLL-2000): per type the phrases of the corpus, those found, and those of them
   * that are correct, of 459, 539 and 371 in all. It says 68.83, 80.83 and 74.35.
   */
  it('agrees with the example of conlleval', () => {
    const counts: [label: string, corpus: number, found: number, correct: number][] = [
      ['ADJP', 6, 1, 0],
      ['ADVP', 8, 11, 5],
      ['NP', 262, 317, 206],
      ['PP', 90, 107, 89],
      ['SBAR', 6, 3, 2],
      ['VP', 87, 100, 69],
    ]
    const phrases = (kind: string, count: number) => Array.from({ length: count }, (_, i) => `${kind} ${i}`)
    const answer = (kind: 'missed' | 'wrong', all: 1 | 2) =>
      counts.map(([label, ...figures]) => {
        const correct = figures[2]
        return { label, items: [...phrases('right', correct), ...phrases(kind, figures[all - 1]! - correct)] }
      })
    const { overall, byLabel } = scoreItems([pair(answer('missed', 1), answer('wrong', 2))])
    const percent = (figure: number | null | undefined) => ((figure ?? 0) * 100).toFixed(2)
    const { microPrecision, microRecall, microF1 } = overall
    expect([microPrecision, microRecall, microF1].map(percent)).toEqual(['68.83', '80.83', '74.35'])
    expect(counts.map(([label]) => percent(byLabel[label]!.f1))).toEqual([
      '0.00',
      '52.63',
      '71.16',
      '90.36',
      '44.44',
      '73.80',
    ])
  })

  /** scikit-learn, precision_recall_fscore_support and f1_score: y_true 0 1 2 0 1 2, y_pred 0 2 1 0 0 1. */
  it('agrees with the example of scikit-learn', () => {
    const one = (label: number) => [{ label: `class ${label}`, items: ['here'] }]
    const truth = [0, 1, 2, 0, 1, 2]
    const guesses = [0, 2, 1, 0, 0, 1]
    const { overall, byLabel } = scoreItems(truth.map((label, i) => pair(one(label), one(guesses[i]!))))
    expect(overall.macroPrecision).toBeCloseTo(0.2222, 4)
    expect(overall.macroRecall).toBeCloseTo(0.3333, 4)
    expect(overall.macroF1).toBeCloseTo(0.2667, 4)
    expect(overall.microF1).toBeCloseTo(0.3333, 4)
    expect([0, 1, 2].map((label) => byLabel[`class ${label}`]!.f1)).toEqual([0.8, 0, 0])
  })

  it('wants repeated items as often as they are expected', () => {
    const expected = [{ label: 'place', items: ['Rio', 'Rio', 'Oslo'] }]
    const given = [{ label: 'place', items: ['Rio', 'Rio', 'Rio'] }]
    // Right: Rio twice. Given 3, expected 3.
    expect(scoreItems([pair(expected, given)]).byLabel.place).toEqual({
      precision: 2 / 3,
      recall: 2 / 3,
      f1: 2 / 3,
    })
  })

  it('takes no item from the answer to another instance', () => {
    const rio = [{ label: 'place', items: ['Rio'] }]
    const none = [{ label: 'place', items: [] }]
    expect(scoreItems([pair(rio, none), pair(none, rio)]).overall.microF1).toBe(0)
  })

  it.each([
    ['nothing at all', [], { precision: null, recall: null, f1: null }],
    ['nothing given', [pair([{ label: 'a', items: ['x'] }], [])], { precision: null, recall: 0, f1: 0 }],
    ['nothing expected', [pair([], [{ label: 'a', items: ['x'] }])], { precision: 0, recall: null, f1: 0 }],
  ])('leaves undefined what has no basis: %s', (_, answers, { precision, recall, f1 }) => {
    expect(scoreItems(answers).overall).toEqual({
      microPrecision: precision,
      microRecall: recall,
      microF1: f1,
      macroPrecision: precision,
      macroRecall: recall,
      macroF1: f1,
    })
  })

  it('leaves an undefined figure out of the mean', () => {
    const expected = [
      { label: 'a', items: ['x'] },
      { label: 'b', items: ['y'] },
    ]
    const { overall } = scoreItems([pair(expected, [{ label: 'a', items: ['x'] }])])
    expect(overall).toMatchObject({ macroPrecision: 1, macroRecall: 0.5, macroF1: 0.5 })
  })

  it('compares records whatever the order of fields and values, and nothing with a field left out', () => {
    expect(itemKey({ head: 'a', tail: ['c', 'b'], note: null })).toBe(
      itemKey({ tail: ['b', 'c'], head: 'a' }),
    )
    expect(itemKey({ head: 'a', tail: 'b' })).not.toBe(itemKey({ head: 'b', tail: 'a' }))
    expect(itemKey('a')).not.toBe(itemKey({ a: 'a' }))
  })

  it('stays within 0 and 1, is 1 for the answer itself, and is the same from either side', () => {
    const label = fc.constantFrom('a', '__proto__', 'constructor', '')
    const item = fc.oneof(
      fc.constantFrom('x', 'y'),
      fc.record({ head: fc.constantFrom('x', null), tail: fc.constant('y') }),
    )
    const answer = fc.array(fc.record({ label, items: fc.array(item, { maxLength: 3 }) }), { maxLength: 3 })
    fc.assert(
      fc.property(fc.array(fc.tuple(answer, answer), { maxLength: 3 }), (pairs) => {
        const scores = scoreItems(pairs.map(([expected, given]) => pair(expected, given)))
        for (const figure of Object.values(scores.overall)) expect(isShare(figure)).toBe(true)
        expect(scoreItems(pairs.map(([a, b]) => pair(b, a))).overall.microF1).toBe(scores.overall.microF1)
        const own = scoreItems(pairs.map(([a]) => pair(a, a))).overall
        for (const figure of Object.values(own)) expect([1, null]).toContain(figure)
      }),
    )
  })
})

const isShare = (figure: number | null) => figure === null || (figure >= 0 && figure <= 1)
