import { codePointLength } from '@/lib/tasks/model'

/** A text made of tokens, and where each starts and ends in it, in code points. */
export type Joined = { text: string; starts: number[]; ends: number[] }

/** Joins tokens with spaces, or as Chinese and Japanese are written: without. */
export function joinTokens(tokens: readonly string[]): Joined {
  const joined = isWrittenJoined(tokens)
  const starts: number[] = []
  const ends: number[] = []
  let text = ''
  let length = 0
  let before = ''
  for (const token of tokens) {
    if (before !== '' && (!joined || needsSpace(before, token))) {
      text += ' '
      length++
    }
    starts.push(length)
    text += token
    length += codePointLength(token)
    ends.push(length)
    before = token
  }
  return { text, starts, ends }
}

const JOINED_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const WORD = /[\p{L}\p{N}]/u

/** Decided from the tokens themselves: most words are Chinese or Japanese, or some are and every token is one character. */
function isWrittenJoined(tokens: readonly string[]): boolean {
  const joined = tokens.filter((token) => JOINED_SCRIPT.test(token)).length
  if (joined === 0) return false
  const words = tokens.filter((token) => WORD.test(token)).length
  return joined * 2 >= words || tokens.every((token) => codePointLength(token) === 1)
}

/** In joined writing, two foreign words still stand apart (`New York`); single characters of one are put together. */
function needsSpace(before: string, after: string): boolean {
  const isForeign = (token: string) => WORD.test(token) && !JOINED_SCRIPT.test(token)
  return isForeign(before) && isForeign(after) && codePointLength(before) + codePointLength(after) > 2
}
