import type { Joined } from '@/lib/corpora/formats/join-tokens'
import { codePointLength } from '@/lib/tasks/model'

/** Where tokens stand in the text from which they were cut, with nothing but space between. Null: they are of another text. */
export function alignTokens(text: string, tokens: readonly string[]): Joined | null {
  const starts: number[] = []
  const ends: number[] = []
  let unit = 0
  let point = 0
  for (const token of tokens) {
    const at = text.indexOf(token, unit)
    if (at < 0 || text.slice(unit, at).trim() !== '') return null
    point += at - unit
    starts.push(point)
    point += codePointLength(token)
    ends.push(point)
    unit = at + token.length
  }
  return text.slice(unit).trim() === '' ? { text, starts, ends } : null
}
