import { detached } from '@/lib/artifacts/kinds/guideline/mining/read-gold'
import { tokensOf } from '@/lib/artifacts/kinds/guideline/mining/tokens'
import { functionWords } from '@/lib/artifacts/kinds/guideline/mining/word-lists'
import type { Script } from '@/lib/tasks/model'

/**
 * The different words of a passage in lower case, and its pairs of words that stand together; in Chinese, which marks no words,
 * two and three characters. `single`: the words alone.
 */
export function wordsIn(
  passage: string,
  script: Script,
): { tokens: string[]; words: Set<string>; single: Set<string> } {
  const tokens = tokensOf(passage, script).map(({ text }) => detached(text.toLowerCase()))
  const words = new Set<string>()
  const single = new Set<string>()
  for (const [at, token] of tokens.entries()) {
    if (!isWord(token)) continue
    const isHan = HAN.test(token)
    if (!isHan) single.add(token)
    const [next, third] = [tokens[at + 1], tokens[at + 2]]
    if (next === undefined || !isWord(next) || HAN.test(next) !== isHan) continue
    if (isHan) {
      single.add(token + next)
      if (third !== undefined && HAN.test(third)) words.add(token + next + third)
    } else if (!functionWords.has(token) || !functionWords.has(next)) words.add(`${token} ${next}`)
  }
  for (const word of single) words.add(word)
  return { tokens, words, single }
}

const HAN = /^\p{Script=Han}$/u
const isWord = (token: string) => /\p{L}/u.test(token)
