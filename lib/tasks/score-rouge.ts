import { countSharedTokens } from '@/lib/tasks/count-shared-tokens'
import { ratioOf } from '@/lib/tasks/score-items'
import { splitTokens } from '@/lib/tasks/split-tokens'

/** F-measures of one text against its reference. */
export type Rouge = { rouge1: number | null; rougeL: number | null }

/**
 * ROUGE-1 and ROUGE-L of a text against one reference (Lin 2004, sections 2 and 3.1), each as the balanced F-measure. A text is
 * one sequence of words without punctuation, in lower case; Chinese goes by characters, as in LCSTS (Hu, Chen and Zhu 2015).
 * A text without words scores 0 against a reference with some; against a reference without words nothing is defined.
 */
export function scoreRouge(text: string, reference: string): Rouge {
  const words = wordsOf(text)
  const wanted = wordsOf(reference)
  if (wanted.length === 0) return { rouge1: null, rougeL: null }
  const total = words.length + wanted.length
  return {
    rouge1: ratioOf(2 * countSharedTokens(words, wanted), total),
    rougeL: ratioOf(2 * commonSubsequence(words, wanted), total),
  }
}

const wordsOf = (text: string) => splitTokens(text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '))

/** The length of the longest common subsequence, row by row. Words are compared as numbers: texts can be long. */
function commonSubsequence(a: readonly string[], b: readonly string[]): number {
  const numbers = new Map(b.map((word, i) => [word, i]))
  const columns = Uint32Array.from(b, (word) => numbers.get(word)!)
  const row = new Uint32Array(b.length + 1)
  for (const word of a) {
    const wanted = numbers.get(word)
    let diagonal = 0
    for (let j = 1; j < row.length; j++) {
      const above = row[j]!
      if (columns[j - 1] === wanted) row[j] = diagonal + 1
      else if (row[j - 1]! > above) row[j] = row[j - 1]!
      diagonal = above
    }
  }
  return row[b.length]!
}
