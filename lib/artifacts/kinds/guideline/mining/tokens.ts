import type { TokenKind } from '@/lib/artifacts/kinds/guideline/evidence'
import {
  articles,
  brackets,
  functionWords,
  measureWords,
  numerals,
  quotes,
  titles,
  titlesAfterNames,
} from '@/lib/artifacts/kinds/guideline/mining/word-lists'
import type { Script } from '@/lib/tasks/model'

/** A token with its place in the text, in UTF-16 units. */
export type Token = { text: string; start: number; end: number }

const WORD = String.raw`[\p{L}\p{M}\p{N}]+`
const TITLE_DOT = String.raw`(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Gov|Rep|Gen|Col|Capt|Lt|Rev|Sgt)\.`
const SPACED = new RegExp(
  String.raw`(?:\p{L}\.)+(?![\p{L}\p{N}])|${TITLE_DOT}|['’] ?s(?![\p{L}\p{N}])|${WORD}(?:[-.'’&]${WORD})*|\S`,
  'gu',
)
const UNSPACED = /[\p{Script=Latin}\p{N}]+(?:[-.'’&][\p{Script=Latin}\p{N}]+)*|\S/gu

export function tokensOf(text: string, script: Script): Token[] {
  const pattern = script === 'spaced' ? SPACED : UNSPACED
  const tokens: Token[] = []
  pattern.lastIndex = 0
  for (let found = pattern.exec(text); found; found = pattern.exec(text))
    tokens.push({ text: found[0], start: found.index, end: pattern.lastIndex })
  return tokens
}

const REACH = { spaced: 50, unspaced: 20 }

/** Up to `count` tokens that end before a place, in reading order. A word cut off at the reach is left out. */
export function tokensBefore(text: string, place: { at: number; count: number; script: Script }): Token[] {
  const from = Math.max(0, place.at - REACH[place.script])
  const found = tokensOf(text.slice(from, place.at), place.script)
  const whole = from > 0 ? found.slice(1) : found
  return whole.slice(-place.count).map((token) => ({
    text: token.text,
    start: token.start + from,
    end: token.end + from,
  }))
}

/** The token that begins after a place: in Chinese a title as a whole, else a character. */
export function tokenAfter(text: string, at: number, script: Script): Token | undefined {
  const rest = text.slice(at, at + REACH[script])
  const title = script === 'unspaced' ? titlesAfterNames.find((word) => rest.startsWith(word)) : undefined
  if (title) return { text: title, start: at, end: at + title.length }
  const pattern = script === 'spaced' ? SPACED : UNSPACED
  pattern.lastIndex = 0
  const found = pattern.exec(rest)
  return found
    ? { text: found[0], start: at + found.index, end: at + found.index + found[0].length }
    : undefined
}

/** In Chinese, the title that ends before a place, as a whole. */
export function titleBefore(text: string, at: number, script: Script): Token | undefined {
  const title = script === 'unspaced' ? titlesAfterNames.find((word) => text.endsWith(word, at)) : undefined
  return title ? { text: title, start: at - title.length, end: at } : undefined
}

/** A token and its kind in one key. `before` is the character before it, for measure words. */
export function besideKey(token: string, script: Script, before = ''): string {
  return `${kindOfToken(token, script, before)}\t${folded(token)}`
}

/** One name for a token's spellings: grammar words in lower case, "' s" as "'s". */
export function folded(token: string): string {
  if (/^['’] ?s$/.test(token)) return "'s"
  const lower = token.toLowerCase()
  return functionWords.has(lower) ? lower : token
}

/** What a token beside a mention looks like. `before` is the character before it, for measure words. */
export function kindOfToken(token: string, script: Script, before = ''): TokenKind {
  if (token === "'s") return 'possessive'
  if (quotes.has(token)) return 'quote'
  if (brackets.has(token)) return 'bracket'
  if (!/[\p{L}\p{N}]/u.test(token)) return 'punctuation'
  if (script === 'unspaced') {
    if (titlesAfterNames.includes(token)) return 'title'
    return measureWords.has(token) && numerals.has(before) ? 'measure' : 'word'
  }
  if (articles.has(token.toLowerCase())) return 'article'
  return isTitle(token) ? 'title' : 'word'
}

function isTitle(token: string): boolean {
  return /^\p{Lu}/u.test(token) && titles.has(token.toLowerCase().replace(/\.$/, ''))
}

/** A word that says something by itself: no grammar word, no sign, no number. */
export function isContentWord(token: string): boolean {
  return /^\p{L}[\p{L}\p{M}'’-]+$/u.test(token) && !functionWords.has(token.toLowerCase())
}
