import { diffArrays } from 'diff'
import type { AuthorKind } from '@/lib/artifacts/model'
import { wordsOf } from '@/lib/artifacts/origin/diff-texts'

/** A text of a line in which each grew from the one before, and whose hand wrote it. */
export type TextBy = { by: AuthorKind; text: string }

/**
 * The share of the last text's words that the hand brought in: a word is whose version had it first, and whoever keeps it adds nothing.
 * Nothing to say of a text without words.
 */
export function shareOfWords(line: readonly TextBy[], hand: AuthorKind): number | null {
  let words: string[] = []
  let hands: AuthorKind[] = []
  for (const { by, text } of line) {
    const now = wordsOf(text)
    const before = hands
    let at = 0
    hands = diffArrays(words, now).flatMap(({ count, added, removed }) => {
      if (added) return Array.from({ length: count }, () => by)
      at += count
      return removed ? [] : before.slice(at - count, at)
    })
    words = now
  }
  return hands.length === 0 ? null : hands.filter((one) => one === hand).length / hands.length
}
