import { describe, expect, it } from 'vitest'
import type { PhraseLanguage, ScoredAnswer } from '@/lib/tasks/model'
import { scoreMrc } from '@/lib/tasks/mrc/score'

const reading = (expected: string[], given: string[], language: PhraseLanguage = 'en'): ScoredAnswer => ({
  expected: [{ label: 'answer', items: expected }],
  given: [{ label: 'answer', items: given }],
  language,
})
const score = (...args: Parameters<typeof reading>) => scoreMrc([reading(...args)]).overall

describe('the score of reading comprehension', () => {
  /** The example of a partial match that the page of the metric on Hugging Face gives for the script: both figures 66.67. */
  it('agrees with the example of the metric for SQuAD', () => {
    const { exactMatch, f1 } = scoreMrc([
      reading(['1976'], ['1976']),
      reading(['Beyoncé and Bruno Mars'], ['Beyonce']),
      reading(['climate change'], ['climate change']),
    ]).overall
    expect([exactMatch, f1]).toEqual([2 / 3, 2 / 3])
  })

  /** What the script of SQuAD does, step by step, on cases of our own. */
  it.each([
    ['case, punctuation and articles do not count', ['The Broncos!'], ['broncos'], 1, 1],
    ['an article within a word does', ['theatre'], ['atre'], 0, 0],
    ['punctuation goes without leaving a space', ['well-known'], ['wellknown'], 1, 1],
    // Tokens of the answer: denver broncos; given: broncos team. One shared of 2 and 2.
    ['tokens are shared in part', ['Denver Broncos'], ['the Broncos team'], 0, 0.5],
    // Of the two, "Bronco": 0; "Denver Broncos": precision 1, recall 1/2.
    ['the nearest expected answer counts', ['Bronco', 'Denver Broncos'], ['Broncos'], 0, 2 / 3],
    // ha ha ha given, ha ha wanted: 2 shared of 3 and 2.
    ['a token is shared as often as both have it', ['ha ha'], ['ha ha ha'], 0, 4 / 5],
    ['of several given answers the mean counts', ['1990'], ['1990', '1991'], 0.5, 0.5],
    ['all expected answers may be given', ['Denver Broncos', 'Broncos'], ['Broncos', 'Denver Broncos'], 1, 1],
    ['the order of tokens is free for F1', ['north of Rio'], ['Rio north of'], 0, 1],
  ])('in English: %s', (_, expected, given, exactMatch, f1) => {
    const overall = score(expected, given)
    expect(overall.exactMatch).toBe(exactMatch)
    expect(overall.f1).toBeCloseTo(f1)
  })

  /** What the script of CMRC 2018 does: the common run of characters over both lengths. */
  it.each([
    ['punctuation does not count', ['《春江》。'], ['春江'], 1, 1],
    // 北京大学 wanted, 北京的大学 given: the longest run is two characters, of 5 and 4.
    ['characters count in one run', ['北京大学'], ['北京的大学'], 0, 4 / 9],
    // 于1990年 given, 1990年 wanted: 1990 is one token; 2 of 3 and 2.
    ['a number is one token', ['1990年'], ['于1990年'], 0, 4 / 5],
    // 容纳 and three characters after the number given, which is one token: 4 of 6 and 4.
    ['a number with a comma is one, too', ['6,476名观众'], ['容纳6,476名观众'], 0, 4 / 5],
    ['nothing in common', ['北京'], ['上海'], 0, 0],
  ])('in Chinese: %s', (_, expected, given, exactMatch, f1) => {
    const overall = score(expected, given, 'zh')
    expect(overall.exactMatch).toBe(exactMatch)
    expect(overall.f1).toBeCloseTo(f1)
  })

  it('wants nothing for a question without an answer, and keeps both kinds of questions apart', () => {
    const answers = [
      reading([], []),
      reading([], ['Rio']),
      reading(['Rio'], []),
      reading(['Rio'], ['Rio de Janeiro']),
    ]
    expect(scoreMrc(answers).overall).toEqual({
      exactMatch: 0.25,
      f1: (1 + 0 + 0 + 0.5) / 4,
      answerableExactMatch: 0,
      answerableF1: 0.25,
      unanswerableAccuracy: 0.5,
    })
  })

  it('takes an answer of which nothing is left for none', () => {
    expect(score(['the'], []).exactMatch).toBe(1)
    expect(score(['Rio'], ['...']).exactMatch).toBe(0)
  })

  it('has no figure without questions', () => {
    expect(Object.values(scoreMrc([]).overall).every((figure) => figure === null)).toBe(true)
    expect(score(['Rio'], ['Rio']).unanswerableAccuracy).toBeNull()
  })
})
