import { type Extent, piecesOf, type Reader } from '@/lib/tasks/ner/gold'

export type ExtentFault = 'space' | 'punctuation' | 'cut-word'

/** Scripts that put no spaces between words, and Hangul and Arabic, whose words carry particles: their words cannot be cut. */
const DENSE = String.raw`\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Arab}\p{scx=Hebr}`
const WORD = String.raw`(?![${DENSE}])[\p{L}\p{M}]`
const STARTS_IN_WORD = new RegExp(`^${WORD}`, 'u')
const ENDS_IN_WORD = new RegExp(`(?:${WORD})$`, 'u')

const STARTS_WITH_SPACE = /^\s/u
const ENDS_WITH_SPACE = /\s$/u
const STARTS_WITH_MARK = /^[,;:!?%、，。；：！？)\]}）】」』》〉”’]/u
/** A full stop, an exclamation mark and a question mark end names too (Inc., Yahoo!). */
const ENDS_WITH_MARK = /[,;:、，。；：([{（【「『《〈“‘]$/u
const PAIRS = ['()', '[]', '{}', '（）', '【】', '「」', '『』', '《》', '〈〉', '“”', '‘’'] as const

/** What is doubtful about where a mention begins and ends in its text. */
export function judgeExtent(text: string, extent: Extent, { words, unit }: Reader): ExtentFault[] {
  const said = words(extent)
  const faults: ExtentFault[] = []
  if (STARTS_WITH_SPACE.test(said) || ENDS_WITH_SPACE.test(said)) faults.push('space')
  const trimmed = said.trim()
  if (STARTS_WITH_MARK.test(trimmed) || ENDS_WITH_MARK.test(trimmed) || isHalfOfPair(trimmed))
    faults.push('punctuation')
  if (piecesOf(extent).some(({ start, end }) => cutsWord(text, unit(start), unit(end))))
    faults.push('cut-word')
  return faults
}

/** A bracket at an edge whose other half was left outside. */
function isHalfOfPair(words: string): boolean {
  return PAIRS.some(([open, close]) => {
    const atEdge = words.startsWith(open!) || words.endsWith(close!)
    return atEdge && words.split(open!).length !== words.split(close!).length
  })
}

function cutsWord(text: string, from: number, to: number): boolean {
  const inside = text.slice(from, to)
  return (
    (STARTS_IN_WORD.test(inside) && ENDS_IN_WORD.test(text.slice(Math.max(0, from - 2), from))) ||
    (ENDS_IN_WORD.test(inside.slice(-2)) && STARTS_IN_WORD.test(text.slice(to, to + 2)))
  )
}
