import { codePointLength } from '@/lib/tasks/model'

/** A text with fewer characters and no label says nothing (IEPile, data cleaning). */
const FEWEST_CHARACTERS = 5
/** More than this share of characters that are no letters: a table, a row of signs (IEPile, data cleaning). */
const MOST_OTHERS = 0.8
const LONGEST_LOOK = 20_000

export type TextFault = 'short' | 'signs'

/** Is there too little language in a text to learn from? White space counts neither way. */
export function judgeText(text: string, { labelled }: { labelled: boolean }): TextFault | null {
  const looked = text.length > LONGEST_LOOK ? text.slice(0, LONGEST_LOOK) : text
  const characters = count(looked, /\S+/gu)
  if (characters < FEWEST_CHARACTERS && !labelled) return 'short'
  const letters = count(looked, /[\p{L}\p{M}]+/gu)
  return characters > 0 && (characters - letters) / characters > MOST_OTHERS ? 'signs' : null
}

/** How many characters stand in the runs that match. */
function count(text: string, runs: RegExp): number {
  return codePointLength(text.match(runs)?.join('') ?? '')
}
