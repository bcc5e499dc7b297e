/**
 * The tokens of a text, in lower case: words, numbers (6,476 is one), and single characters of scripts that put no spaces between
 * words. Any other mark is a token by itself. Chinese is so read by characters, and words of other scripts within it stay whole.
 */
export function splitTokens(text: string): string[] {
  return text.toLowerCase().match(TOKENS) ?? []
}

/** Are there characters in it that are tokens of their own? */
export function isUnspaced(text: string): boolean {
  return HAS_UNSPACED.test(text)
}

const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]`
const HAS_UNSPACED = new RegExp(UNSPACED, 'u')
const TOKENS = new RegExp(
  String.raw`${UNSPACED}|\p{N}+(?:[.,]\p{N}+)+|(?:(?!${UNSPACED})[\p{L}\p{M}\p{N}])+|\S`,
  'gu',
)
