import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import { functionWords } from '@/lib/artifacts/kinds/guideline/mining/word-lists'

/** Grammar words that a pair may well begin with ("how long", "not received") or end in ("caused by"). */
const beginnings = new Set(['how', 'when', 'where', 'why', 'who', 'not', 'no'])
const ends = new Set(['of', 'in', 'by', 'to', 'with', 'for', 'from', 'on', 'as', 'up', 'out', 'off'])

/** Words that stand out, each for itself: none that is part of another, and none that is grammar alone. */
export function chooseWords(
  { words, mentions }: GuidelineEvidence,
  most: number,
): GuidelineEvidence['words'] {
  const least = mentions < 10 ? 1 : Math.max(2, mentions / 50)
  return eachForItself(
    words.filter(({ count }) => count >= least),
    most,
  )
}

export function eachForItself<Word extends { word: string }>(words: readonly Word[], most: number): Word[] {
  const chosen: Word[] = []
  for (const one of words) {
    if (chosen.length === most) break
    const { word } = one
    if (!isWhole(word) || chosen.some((other) => overlaps(word, other.word))) continue
    chosen.push(one)
  }
  return chosen
}

function isWhole(word: string): boolean {
  const parts = word.split(' ')
  const [first, last] = [parts[0]!, parts.at(-1)!]
  if (parts.length === 1) return !functionWords.has(word)
  return (!functionWords.has(first) || beginnings.has(first)) && (!functionWords.has(last) || ends.has(last))
}

function overlaps(a: string, b: string): boolean {
  if (/\p{Script=Han}/u.test(a + b)) return [...a].some((character) => b.includes(character))
  const theirs = new Set(b.split(' ').map(stemmed))
  return a.split(' ').some((word) => !functionWords.has(word) && theirs.has(stemmed(word)))
}

/** "card" and "cards", "exchange" and "exchanging" are one word said twice. */
function stemmed(word: string): string {
  return word.replace(/(?:ing|ed|es|s|e)$/, '')
}
