import { rowsOf } from '@/lib/corpora/formats/read-rows'

const DELIMITERS = [',', '\t', ';', '|']

/** A table's delimiter and first rows, and how many of them have as many cells as most; null for what has no cells at all. */
export function recogniseTable(
  lines: readonly string[],
): { delimiter: string; rows: string[][]; share: number } | null {
  const [best] = DELIMITERS.map((delimiter) => measure(lines, delimiter)).toSorted(
    (a, b) => b.share - a.share,
  )
  return best && best.share > 0 ? best : null
}

function measure(lines: readonly string[], delimiter: string) {
  const rows = rowsOf(lines, { delimiter, quote: '"' })
  const counts = new Map<number, number>()
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
  return { delimiter, rows, share: rows.length === 0 ? 0 : Math.max(0, ...counts.values()) / rows.length }
}
