import type { Options } from '@/lib/corpora/formats/csv/schema'
import type { FileSample, Recognition } from '@/lib/corpora/formats/model'
import { recogniseColumns } from '@/lib/corpora/formats/recognise-columns'
import { recogniseTable } from '@/lib/corpora/formats/recognise-table'

const SAMPLE_LINES = 400

/**
 * As sure as many of its rows have the same number of cells, half as sure where no header names them, and not at all where nobody
 * can tell its columns.
 */
export function recogniseFile({ lines, fileName }: FileSample): Recognition<Options> | null {
  const sample = lines.slice(0, SAMPLE_LINES)
  if (sample.length === 0 || /^\s*[[{<]/.test(sample.find((line) => line.trim() !== '') ?? '')) return null
  const best = recogniseTable(sample)
  if (!best || best.share < 0.5) return null
  const { rows, delimiter, share } = best
  const named = recogniseColumns(rows[0]!)
  if (named.taskForms.length > 0) {
    const options = { delimiter, quote: '"', header: true, columns: named.columns }
    return { certainty: 0.95 * share, taskForms: named.taskForms, options }
  }
  const isCalledTable = /\.[ct]sv(\.|$)/i.test(fileName)
  const unnamed = guessColumns(rows)
  if (!unnamed || (share < 0.8 && !isCalledTable))
    return { certainty: 0, taskForms: ['tc'], options: { delimiter, quote: '"', header: true, columns: {} } }
  const certainty = (isCalledTable ? 0.5 : 0.3) * share
  return { certainty, taskForms: ['tc'], options: { delimiter, quote: '"', ...unnamed } }
}

/** Without names: the column with the longest cells is the text; the one whose few values come again and again is the label. */
function guessColumns(rows: readonly string[][]): Pick<Options, 'header' | 'columns'> | null {
  const width = rows[0]!.length
  const columns = Array.from({ length: width }, (_, i) => rows.map((row) => row[i] ?? ''))
  const lengths = columns.map((cells) => cells.reduce((sum, cell) => sum + cell.length, 0))
  const text = lengths.indexOf(Math.max(...lengths))
  const kinds = columns.map((cells, i) => (i === text ? Infinity : new Set(cells.slice(1)).size))
  const label = kinds.indexOf(Math.min(...kinds))
  if (kinds[label]! * 2 > rows.length) return null
  const header = columns.every(([first = '', ...others]) => first !== '' && !others.includes(first))
  return { header, columns: { text: text + 1, label: label + 1 } }
}
