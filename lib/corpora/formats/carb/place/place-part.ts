import { codePointLength } from '@/lib/tasks/model'
import type { OpenPart } from '@/lib/tasks/openie/gold'

const WORD = /[\p{L}\p{N}]/u
const JOINED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/u

/** The places, in UTF-16 units, where a part stands in its sentence as whole words. */
export function findPart(sentence: string, part: string): number[] {
  const found: number[] = []
  for (let at = sentence.indexOf(part); at >= 0; at = sentence.indexOf(part, at + 1))
    if (isApart(sentence, at) && isApart(sentence, at + part.length)) found.push(at)
  return found
}

/** Does a word end or begin here, or is the writing one without spaces? */
function isApart(sentence: string, at: number): boolean {
  const [before = '', after = ''] = [sentence[at - 1], sentence[at]]
  if (!WORD.test(before) || !WORD.test(after)) return true
  return JOINED.test(before) || JOINED.test(after)
}

/** A part with its place: the only one, else the one nearest to `near`, else none. */
export function placePart(sentence: string, part: string, near: number | null): OpenPart {
  const found = findPart(sentence, part)
  const at = near === null ? undefined : found.toSorted((a, b) => Math.abs(a - near) - Math.abs(b - near))[0]
  const chosen = found.length === 1 ? found[0] : at
  if (chosen === undefined) return { text: part }
  const start = codePointLength(sentence.slice(0, chosen))
  return { text: part, start, end: start + codePointLength(part) }
}
