import { parse } from 'csv-parse/sync'
import { faultIssue, type Line, readLines } from '@/lib/corpora/formats/read-lines'
import { excerptOf, FILE_START, type LineIssue, MAX_LINE_BYTES } from '@/lib/corpora/model'

/** How the cells of a table are told apart. Without a quote, every delimiter and line end counts. */
export type TableSyntax = { delimiter: string; quote: string | null }

/** A row of a table, or what is wrong with it. It may have several lines: a quoted cell may hold line ends. */
export type Row = { line: number; lineEnd: number; byteEnd: number } & (
  | { cells: string[]; issue: null }
  | { issue: LineIssue }
)

/** A cell with more lines than this was never closed. */
const MAX_LINES = 2_000

/**
 * Reads a table row by row. Where quotes do not close as they should, one line is refused and reading goes on after it:
 * a parser that reads on to the next quote would take the rows between with it.
 */
export async function* readRows(
  chunks: AsyncIterable<Uint8Array>,
  syntax: TableSyntax,
): AsyncGenerator<Row[]> {
  const cutter = rowCutter(syntax)
  for await (const lines of readLines(chunks, FILE_START)) {
    const rows = lines.flatMap((line) => cutter.push(line))
    if (rows.length > 0) yield rows
  }
  const rest = cutter.end()
  if (rest.length > 0) yield rest
}

/** The rows of a few lines, for recognition. */
export function rowsOf(lines: readonly string[], syntax: TableSyntax): string[][] {
  const cutter = rowCutter(syntax)
  const rows = lines.flatMap((text, i) => cutter.push({ number: i + 1, byteEnd: 0, text, fault: null }))
  return rows.flatMap((row) => (row.issue ? [] : [row.cells]))
}

function rowCutter(syntax: TableSyntax) {
  let open: Line[] = []
  let length = 0

  function take(line: Line): Row[] {
    if (open.length === 0 && line.text !== null && line.text.trim() === '') return []
    open.push(line)
    length += line.text?.length ?? 0
    if (line.text === null || open.length > MAX_LINES || length > MAX_LINE_BYTES) return giveUp()
    return isOpenAfter(line.text, open.length > 1, syntax) ? [] : close()
  }

  function close(): Row[] {
    const cells = parseCells(open.map(({ text }) => text).join('\n'), syntax)
    if (!cells) return giveUp()
    const row = { line: open[0]!.number, ...endOf(open.at(-1)!), cells, issue: null }
    clear()
    return [row]
  }

  /** Refuses the first line that is held, and reads the others anew. */
  function giveUp(): Row[] {
    const [first, ...others] = open as [Line, ...Line[]]
    clear()
    return [refused(first), ...others.flatMap(take)]
  }

  function clear(): void {
    open = []
    length = 0
  }

  return {
    push: take,
    end(): Row[] {
      const rows: Row[] = []
      while (open.length > 0) rows.push(...giveUp())
      return rows
    },
  }
}

/** Is a quoted cell open at the end of this line? */
function isOpenAfter(line: string, wasOpen: boolean, { delimiter, quote }: TableSyntax): boolean {
  if (quote === null || (!wasOpen && !line.includes(quote))) return false
  let isOpen = wasOpen
  let at = 0
  for (;;) {
    if (isOpen) {
      const end = line.indexOf(quote, at)
      if (end < 0) return true
      isOpen = line[end + 1] === quote
      at = end + (isOpen ? 2 : 1)
      continue
    }
    if (line[at] === quote && (at === 0 || line[at - 1] === delimiter)) {
      isOpen = true
      at++
      continue
    }
    const next = line.indexOf(delimiter, at)
    if (next < 0) return false
    at = next + 1
  }
}

/** Null where the quotes are wrong. A quote in the middle of a cell is a character like others. */
function parseCells(written: string, { delimiter, quote }: TableSyntax): string[] | null {
  if (quote === null || !(written.startsWith(quote) || written.includes(delimiter + quote)))
    return written.split(delimiter)
  const options = { delimiter, quote, record_delimiter: '\0\0', relax_column_count: true }
  try {
    return parse(written, options)[0] as unknown as string[]
  } catch (cause) {
    if ((cause as { code?: string }).code !== 'INVALID_OPENING_QUOTE') return null
    return parse(written, { ...options, relax_quotes: true })[0] as unknown as string[]
  }
}

function refused(line: Line): Row {
  if (line.text === null) return { line: line.number, ...endOf(line), issue: faultIssue(line) }
  const message = 'A quote opens in this line and does not close before the end of its cell.'
  const excerpt = excerptOf(line.text)
  const issue: LineIssue = { line: line.number, severity: 'error', code: 'quote-open', message, excerpt }
  return { line: line.number, ...endOf(line), issue }
}

function endOf({ number, byteEnd }: Line): { lineEnd: number; byteEnd: number } {
  return { lineEnd: number, byteEnd }
}
