import {
  type Columns,
  columnsIn,
  isBlank,
  isDocumentStart,
  type Options,
  parseRow,
  parseTag,
  type Tag,
} from '@/lib/corpora/formats/conll/schema'
import type { FileSample, Recognition } from '@/lib/corpora/formats/model'

const SAMPLE_LINES = 400
/** So few tags without a mark may be slips. */
const MOST_TYPOS = 2

/** As sure as many of its lines have a tag in the same column. */
export function recogniseFile({ lines }: FileSample): Recognition<Options> | null {
  const written = lines.filter((line) => !isBlank(line) && !isDocumentStart(line)).slice(0, SAMPLE_LINES)
  const columns = findColumns(written)
  const tags = written.map((line) => parseRow(0, line, columns).tag ?? '')
  const tagged = tags.filter((tag) => parseTag(tag) !== null)
  if (tagged.length * 2 < written.length || tagged.length === 0) return null
  const options = { ...columns, scheme: detectScheme(lines, columns) }
  const read = options.scheme === 'io' ? tags.filter((tag) => parseTag(tag, 'io') !== null) : tagged
  return { certainty: read.length / written.length, taskForms: ['ner'], options }
}

/** Most files have the token first and the tag last; others number their lines, or have further columns behind the tag. */
function findColumns(written: readonly string[]): Columns {
  const rows = written.map(columnsIn).filter((cells) => cells.length > 1)
  const width = widthOf(rows)
  const alike = rows.filter((cells) => cells.length === width)
  if (width < 3 || width > MOST_COLUMNS || alike.length < FEWEST_ROWS) return {}
  if (alike.length * 2 < written.length) return {}
  const places = Array.from({ length: width }, (_, at) => at)
  const marked = (at: number) => alike.filter((cells) => parseTag(cells[at]!) !== null).length
  const tag = places.reduceRight((best, at) => (marked(at) > marked(best) ? at : best), width - 1)
  if (marked(tag) === 0) return {}
  const token = places.find((at) => at !== tag && holdsWords(alike.map((cells) => cells[at]!))) ?? 0
  return { ...(token > 0 && { token: token + 1 }), ...(tag < width - 1 && { tag: tag + 1 }) }
}

function widthOf(rows: readonly string[][]): number {
  const counts = new Map<number, number>()
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

const ENOUGH_ROWS = 20
/** Of fewer lines nobody can tell what their columns are; with more columns they are no table of tokens. */
const FEWEST_ROWS = 3
const MOST_COLUMNS = 50

/** Words differ; numbers of lines do too, but are numbers; the name of a document comes again in every line. */
function holdsWords(cells: readonly string[]): boolean {
  if (cells.length < ENOUGH_ROWS) return !cells.every((cell) => /^\d+([-.]\d+)?$/.test(cell))
  const kinds = new Set(cells).size
  return kinds * 50 > cells.length && kinds > 1 && !cells.every((cell) => /^\d+([-.]\d+)?$/.test(cell))
}

/**
 * Tells the tag scheme from the beginning of a file. Marked ends mean BIOES. A B- that touches no span of its label is
 * never written in IOB1, so without any, spans that begin with I- mean IOB1. Labels and no mark at all mean IO. IOB2 is what
 * remains.
 */
function detectScheme(lines: readonly string[], columns: Columns): Options['scheme'] {
  const seen = { marksEnds: false, plainFirst: false, insideBegins: false, marked: 0, plain: 0 }
  let before: Tag = { part: 'outside' }
  for (const line of lines) {
    const tag = tagOf(line, columns)
    if (tag === null) seen.plain++
    else {
      if (tag.part !== 'outside') seen.marked++
      if (tag.part === 'last' || tag.part === 'single') seen.marksEnds = true
      const touches = tag.part !== 'outside' && before.part !== 'outside' && before.label === tag.label
      if (tag.part === 'first' && !touches) seen.plainFirst = true
      if (tag.part === 'inside' && !touches) seen.insideBegins = true
    }
    before = tag ?? { part: 'outside' }
  }
  if (seen.marked === 0 && seen.plain > MOST_TYPOS) return 'io'
  if (seen.marksEnds) return 'bioes'
  return seen.insideBegins && !seen.plainFirst ? 'iob1' : 'iob2'
}

/** Null: there is something, and it has no mark. */
function tagOf(line: string, columns: Columns): Tag | null {
  const outside: Tag = { part: 'outside' }
  if (isBlank(line) || isDocumentStart(line)) return outside
  const { tag } = parseRow(0, line, columns)
  return tag === null || line.startsWith('#') ? outside : parseTag(tag)
}
