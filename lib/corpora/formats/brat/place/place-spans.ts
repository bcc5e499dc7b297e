import type { TextBound } from '@/lib/corpora/formats/brat/schema'
import { excerptOf, type IssueCode, type IssueParams, type Severity } from '@/lib/corpora/model'
import { codePointLength } from '@/lib/tasks/model'
import { type Reader, readerOf } from '@/lib/tasks/ner/gold'

/** Adds an issue: what it says, the line of the annotations (0: none), and its particulars. */
export type Say = (
  severity: Severity,
  code: IssueCode,
  written: string,
  line?: number,
  params?: IssueParams,
) => void

/** Holds every span against the words that it quotes. One in one piece whose words stand elsewhere, and once, is moved there. */
export function placeSpans(text: string, spans: readonly TextBound[], say: Say): TextBound[] {
  const reader = readerOf(text)
  const length = codePointLength(text)
  return spans.map((span) => {
    const { id, line, fragments, words } = span
    const isEmpty = fragments.some(([start, end]) => start >= end)
    const isIn = fragments.every(([, end]) => end <= length)
    if (isEmpty)
      say('error', 'span-empty', `${id} has a fragment that ends where it begins, or before.`, line, { id })
    if (isEmpty || (isIn && isQuoted(reader, span)))
      return { ...span, fragments: fragments.toSorted(byStart) }
    const at = fragments.length === 1 ? onlyPlaceOf(words, text) : null
    if (at === null) {
      const problem = isIn
        ? 'stands elsewhere than its offsets say, and not exactly once'
        : 'ends beyond the text'
      say(
        'error',
        isIn ? 'words-absent' : 'span-out-of-range',
        `${id}, “${excerptOf(words)}”, ${problem}.`,
        line,
        { id, words: excerptOf(words) },
      )
      return span
    }
    say('warning', 'words-moved', `${id}, “${excerptOf(words)}”, was moved to where its words stand.`, line, {
      id,
      words: excerptOf(words),
    })
    const start = codePointLength(text.slice(0, at))
    return { ...span, fragments: [[start, start + codePointLength(words)]] }
  })
}

function byStart(a: readonly number[], b: readonly number[]): number {
  return a[0]! - b[0]! || a[1]! - b[1]!
}

/** Quotes write a line end as a space, and put spaces between fragments. */
function isQuoted({ words }: Reader, { fragments, words: quoted }: TextBound): boolean {
  const standing = fragments.map(([start, end]) => words({ start, end })).join('')
  return bare(standing) === bare(quoted)
}

function bare(words: string): string {
  return words.replace(/\s+/g, '')
}

function onlyPlaceOf(words: string, text: string): number | null {
  const at = words.trim() === '' ? -1 : text.indexOf(words)
  return at >= 0 && text.indexOf(words, at + 1) < 0 ? at : null
}
