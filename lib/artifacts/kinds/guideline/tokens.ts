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
} from '@/lib/artifacts/kinds/guideline/word-lists'

/** Does the language put spaces between words? Without them a token is a character. */
export type Script = 'spaced' | 'unspaced'

export function scriptOf(language: string): Script {
  return /^(zh|ja|th|yue|wuu)([-_]|$)/i.test(language) ? 'unspaced' : 'spaced'
}

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
  return Array.from(text.matchAll(script === 'spaced' ? SPACED : UNSPACED), ({ 0: found, index }) => ({
    text: found,
    start: index,
    end: index + found.length,
  }))
}

const BEFORE_REACH = 60
const AFTER_REACH = 30

/** Up to `count` tokens that end before a place, in reading order. A word cut off at the reach is left out. */
export function tokensBefore(text: string, place: { at: number; count: number; script: Script }): Token[] {
  const from = Math.max(0, place.at - BEFORE_REACH)
  const found = tokensOf(text.slice(from, place.at), place.script)
  if (from > 0) found.shift()
  return found.slice(-place.count).map(({ text: word, start, end }) => ({
    text: word,
    start: start + from,
    end: end + from,
  }))
}

/** The token that begins after a place: in Chinese a title as a whole, else a character. */
export function tokenAfter(text: string, at: number, script: Script): Token | undefined {
  const rest = text.slice(at, at + AFTER_REACH)
  const title = script === 'unspaced' ? titlesAfterNames.find((word) => rest.startsWith(word)) : undefined
  if (title) return { text: title, start: at, end: at + title.length }
  const [first] = tokensOf(rest, script)
  return first && { text: first.text, start: first.start + at, end: first.end + at }
}

/** The token that ends before a place: in Chinese a title as a whole, else a character. */
export function tokenBefore(text: string, at: number, script: Script): Token | undefined {
  const title = script === 'unspaced' ? titlesAfterNames.find((word) => text.endsWith(word, at)) : undefined
  if (title) return { text: title, start: at - title.length, end: at }
  return tokensBefore(text, { at, count: 1, script })[0]
}

/** One name for a token's spellings: grammar words in lower case, "' s" as "'s". */
export function folded(token: string): string {
  if (/^['’] ?s$/.test(token)) return "'s"
  const lower = token.toLowerCase()
  return functionWords.has(lower) ? lower : token
}

/** What a token beside a mention looks like. `before` are the characters before it, for measure words. */
export function kindOfToken(token: string, script: Script, before = ''): TokenKind {
  if (token === "'s") return 'possessive'
  if (quotes.has(token)) return 'quote'
  if (brackets.has(token)) return 'bracket'
  if (!/[\p{L}\p{N}]/u.test(token)) return 'punctuation'
  if (script === 'unspaced') {
    if (titlesAfterNames.includes(token)) return 'title'
    return measureWords.has(token) && numerals.has(before.slice(-1)) ? 'measure' : 'word'
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
