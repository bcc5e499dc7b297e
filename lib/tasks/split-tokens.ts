/**
 * The tokens of a text, in lower case: words, and single characters of scripts that put no spaces between words. What is neither
 * a letter nor a digit is a token by itself. Chinese is so read by characters, and words of other scripts within it stay whole.
 */
export function splitTokens(text: string): string[] {
  return text.toLowerCase().match(TOKENS) ?? []
}

/** Is it a word or a character that is read, rather than a punctuation mark or a symbol? */
export function isWord(token: string): boolean {
  return /^[\p{L}\p{M}\p{N}]/u.test(token)
}

/** Are there characters in it that are tokens of their own? */
export function isUnspaced(text: string): boolean {
  return HAS_UNSPACED.test(text)
}

const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]`
const HAS_UNSPACED = new RegExp(UNSPACED, 'u')
const TOKENS = new RegExp(String.raw`${UNSPACED}|(?:(?!${UNSPACED})[\p{L}\p{M}\p{N}])+|\S`, 'gu')
