import { countSharedTokens } from '@/lib/tasks/count-shared-tokens'
import type { Answer, PhraseLanguage, ScoredAnswer, Scores } from '@/lib/tasks/model'
import { meanOf } from '@/lib/tasks/score-items'
import { isUnspaced, splitTokens } from '@/lib/tasks/split-tokens'

type Reading = { exactMatch: number; f1: number; isAnswerable: boolean }

/**
 * Answers to questions about a text, as the official scripts of their corpora judge them:
 *
 * - English as SQuAD (Rajpurkar et al. 2016, section 6.1): exact match after lower case, without ASCII punctuation and articles;
 *   F1 over the bag of tokens between spaces. Other languages go the same way; Japanese and Thai by characters.
 * - Chinese as CMRC 2018 (Cui et al. 2019, on evaluation metrics, and its script): exact match without punctuation; F1 over the
 *   longest run of characters that both have in common.
 * - A given answer scores by the expected one that it is nearest to. Of several given answers the mean counts, so that guessing
 *   many costs; with one it is the scripts' own figure.
 * - A question without an answer is right where nothing is given, and only there (SQuAD 2.0: Rajpurkar, Jia and Liang 2018). The
 *   figures of questions with an answer, and the accuracy of the others, stand apart as well; null where there are none.
 */
export function scoreMrc(answers: readonly ScoredAnswer[]): Scores {
  const readings = answers.map(read)
  const answerable = readings.filter(({ isAnswerable }) => isAnswerable)
  const unanswerable = readings.filter(({ isAnswerable }) => !isAnswerable)
  return {
    overall: {
      exactMatch: meanOf(readings.map(({ exactMatch }) => exactMatch)),
      f1: meanOf(readings.map(({ f1 }) => f1)),
      answerableExactMatch: meanOf(answerable.map(({ exactMatch }) => exactMatch)),
      answerableF1: meanOf(answerable.map(({ f1 }) => f1)),
      unanswerableAccuracy: meanOf(unanswerable.map(({ exactMatch }) => exactMatch)),
    },
    byLabel: {},
  }
}

function read({ expected, given, language }: ScoredAnswer): Reading {
  const { normalise, overlap } = READERS[language]
  const wanted = textsOf(expected).filter((text) => normalise(text) !== '')
  const offered = textsOf(given).filter((text) => normalise(text) !== '')
  if (wanted.length === 0 || offered.length === 0) {
    const agreed = wanted.length === offered.length ? 1 : 0
    return { exactMatch: agreed, f1: agreed, isAnswerable: wanted.length > 0 }
  }
  const best = (compare: (a: string, b: string) => number) =>
    meanOf(offered.map((text) => Math.max(...wanted.map((other) => compare(text, other)))))!
  return {
    exactMatch: best((a, b) => (normalise(a) === normalise(b) ? 1 : 0)),
    f1: best((a, b) => overlap(a, b)),
    isAnswerable: true,
  }
}

const textsOf = (answer: Answer) =>
  answer.flatMap(({ items }) => items.filter((item) => typeof item === 'string'))

type Reader = { normalise: (text: string) => string; overlap: (a: string, b: string) => number }

const READERS: Record<PhraseLanguage, Reader> = {
  en: {
    normalise: normaliseEnglish,
    overlap: (a, b) => f1Of(wordsOf(a), wordsOf(b), countSharedTokens),
  },
  zh: {
    normalise: normaliseChinese,
    overlap: (a, b) => f1Of(splitTokens(normaliseChinese(a)), splitTokens(normaliseChinese(b)), longestRun),
  },
}

function normaliseEnglish(text: string): string {
  return text
    .toLowerCase()
    .replace(/[!-/:-@[-`{-~]/g, '')
    .replace(/(?<![\p{L}\p{N}_])(?:a|an|the)(?![\p{L}\p{N}_])/gu, ' ')
    .trim()
    .replace(/\s+/g, ' ')
}

function wordsOf(text: string): string[] {
  const words = normaliseEnglish(text).split(' ')
  return words.flatMap((word) => (isUnspaced(word) ? splitTokens(word) : [word]))
}

/** The marks that the script of CMRC 2018 takes away, and no others. */
function normaliseChinese(text: string): string {
  return text
    .toLowerCase()
    .trim()
    .replace(/[-:_*^/\\~`+=，。：？！“”；’《》·、「」（）－～『』]/g, '')
}

type Shared = (a: readonly string[], b: readonly string[]) => number

function f1Of(given: readonly string[], wanted: readonly string[], shared: Shared): number {
  const total = given.length + wanted.length
  return total > 0 ? (2 * shared(given, wanted)) / total : 1
}

/** How long is the longest stretch of neighbouring tokens that both have? */
function longestRun(given: readonly string[], wanted: readonly string[]): number {
  let longest = 0
  let runs = new Uint32Array(wanted.length + 1)
  for (const token of given) {
    const next = new Uint32Array(wanted.length + 1)
    for (const [j, other] of wanted.entries()) {
      if (token === other) next[j + 1] = runs[j]! + 1
      if (next[j + 1]! > longest) longest = next[j + 1]!
    }
    runs = next
  }
  return longest
}
