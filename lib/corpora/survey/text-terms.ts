/**
 * Scripts that put no spaces between words (and Hangul, whose endings cling to the word): text in them is found by every character
 * and every two neighbours.
 */
const DENSE = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々`
const RUN = new RegExp(`([${DENSE}]+)|((?:(?![${DENSE}])[\\p{L}\\p{N}\\p{M}])+)`, 'gu')
export const NOT_ASCII = /[\u0080-\uffff]/
const LONGEST_WORD = 64

/** A run of letters and digits: a word, or characters of a script without spaces. */
export type Run = { text: string; isDense: boolean; at: number }

/** How texts and what people search for are compared: width, ligatures and case do not count. */
export function foldText(text: string): string {
  return (NOT_ASCII.test(text) ? text.normalize('NFKC') : text).toLowerCase()
}

export function* runsOf(folded: string): Generator<Run> {
  for (const match of folded.matchAll(RUN))
    yield { text: match[0], isDense: match[1] !== undefined, at: match.index }
}

/** The terms by which a text is found, in the order of the text; one that comes again may be there again. */
export function termsOf(text: string): string[] {
  const folded = foldText(text)
  if (!NOT_ASCII.test(folded)) return (folded.match(/[a-z0-9]+/g) ?? []).map(wordTerm)
  const terms: string[] = []
  for (const run of runsOf(folded))
    if (run.isDense) addDenseTerms(run.text, terms)
    else terms.push(wordTerm(run.text))
  return terms
}

/** A word as a term; of a very long one its beginning. */
export function wordTerm(word: string): string {
  return word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD).replace(/[\ud800-\udbff]$/, '') : word
}

function addDenseTerms(run: string, terms: string[]): void {
  let before = ''
  for (const character of run) {
    terms.push(character)
    if (before !== '') terms.push(before + character)
    before = character
  }
}
