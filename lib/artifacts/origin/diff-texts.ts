import { diffArrays } from 'diff'

/** How two texts relate, in words: those that both have, and those that only one has. */
export type TextDiff = { kept: number; removed: number; added: number }

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** The words of a text, Chinese ones as they are told apart by meaning; spaces say nothing. */
export function wordsOf(text: string): string[] {
  return [...words.segment(text)].flatMap(({ segment }) => (segment.trim() ? [segment] : []))
}

/** Compares two texts word by word. */
export function diffTexts(before: string, after: string): TextDiff {
  const diff: TextDiff = { kept: 0, removed: 0, added: 0 }
  for (const { count, added, removed } of diffArrays(wordsOf(before), wordsOf(after))) {
    const part = added ? 'added' : removed ? 'removed' : 'kept'
    diff[part] += count
  }
  return diff
}

/** How far apart two texts are: 0 the same, 1 without a word in common. */
export function distanceOf({ kept, removed, added }: TextDiff): number {
  const most = Math.max(kept + removed, kept + added)
  return most === 0 ? 0 : Math.max(removed, added) / most
}
