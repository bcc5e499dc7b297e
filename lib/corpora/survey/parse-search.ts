import { foldText, runsOf, wordTerm } from '@/lib/corpora/survey/text-terms'

/** A piece of text that a found instance must hold, folded. A word stands by itself; anything else may stand within a word. */
export type Needle = { text: string; isWord: boolean }

/** What was searched for: the terms of the index, and the needles that the text itself must be asked for. */
export type Search = { terms: string[]; needles: Needle[]; inText: string[] }

const PIECE = /"([^"]+)"|“([^”]+)”|「([^」]+)」|(\S+)/gu
const MOST_PIECES = 16

/**
 * Every word must occur, in any order; in quotes, words one after the other. What the index cannot say (phrases, words with signs in
 * them, three and more Chinese characters) is looked for in the texts. Null when nothing is asked for.
 */
export function parseSearch(query: string): Search | null {
  const pieces = [...query.matchAll(PIECE)].slice(0, MOST_PIECES)
  const parsed = pieces.flatMap(([, ...forms]) => parsePiece(forms.find((form) => form !== undefined)!))
  if (parsed.length === 0) return null
  return {
    terms: [...new Set(parsed.flatMap(({ terms }) => terms))],
    needles: parsed.map(({ needle }) => needle),
    inText: parsed.filter(({ isExact }) => !isExact).map(({ needle }) => needle.text),
  }
}

type Piece = { terms: string[]; needle: Needle; isExact: boolean }

function parsePiece(piece: string): Piece[] {
  const text = foldText(piece).replace(/\s+/g, ' ').trim()
  if (text === '') return []
  const runs = [...runsOf(text)]
  const terms = runs.flatMap((run) => (run.isDense ? neededTerms(run.text) : [wordTerm(run.text)]))
  const isWhole = runs.length === 1 && runs[0]!.text === text
  const isWord = isWhole && !runs[0]!.isDense
  return [{ terms, needle: { text, isWord }, isExact: isWhole && terms.length === 1 && terms[0] === text }]
}

/** The fewest terms that cover a run: a character by itself, otherwise its neighbours two by two. */
function neededTerms(run: string): string[] {
  const characters = Array.from(run)
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, i) => characters[i]! + character)
}

/** Does the text hold everything that the index cannot vouch for? */
export function holdsAll(text: string, { inText }: Search): boolean {
  if (inText.length === 0) return true
  const folded = foldText(text).replace(/\s+/g, ' ')
  return inText.every((needle) => folded.includes(needle))
}
