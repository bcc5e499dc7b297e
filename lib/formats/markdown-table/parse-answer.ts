import type { Parameters } from '@/lib/formats/markdown-table/schema'
import { AnswerSyntaxError, type Asked } from '@/lib/formats/model'
import { readField } from '@/lib/formats/read-field'
import { type ReadCell, type ReadRow, readGrid } from '@/lib/formats/read-grid'
import { type Piece, scanText, type TextScanner } from '@/lib/formats/scan-text'
import { unescapeText } from '@/lib/formats/unescape-text'
import type { Answer } from '@/lib/tasks/model'

/** Reads one table and nothing beside it. Cells may be padded; every row has its outer bars. */
export function parseAnswer(output: string, { schema }: Asked, parameters: Parameters): Answer {
  const scanner = scanText(output)
  const rows: ReadRow[] = []
  do rows.push(readRow(scanner, parameters))
  while (scanner.takes('\n') && scanner.position < output.length)
  scanner.end()
  checkDashes(rows)
  return readGrid([rows[0]!, ...rows.slice(2)], schema, { ...parameters, end: output.length })
}

function readRow(scanner: TextScanner, parameters: Parameters): ReadRow {
  const at = scanner.position
  const cells: ReadCell[] = []
  scanner.take('|')
  do {
    const piece = scanner.until('|')
    cells.push(readCell(piece, parameters))
    scanner.take('|')
    scanner.skip(' \t')
  } while (scanner.position < scanner.text.length && scanner.peek() !== '\n')
  return { at, cells }
}

function readCell(piece: Piece, parameters: Parameters): ReadCell {
  return {
    at: piece.at,
    text: () => unescapeText(piece.raw, piece.at),
    field: () => readField(piece, parameters),
    isNothing: piece.raw.trim() === parameters.nothing,
  }
}

function checkDashes([header, dashes]: ReadRow[]): void {
  const isRule =
    dashes?.cells.length === header?.cells.length &&
    dashes?.cells.every((cell) => /^:?-{3,}:?$/.test(cell.text()))
  if (!isRule) throw new AnswerSyntaxError('Expected a row of dashes under the header', dashes?.at ?? 0)
}
