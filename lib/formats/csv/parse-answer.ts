import type { Parameters } from '@/lib/formats/csv/schema'
import { AnswerSyntaxError, type Asked } from '@/lib/formats/model'
import { type ReadCell, type ReadRow, readGrid } from '@/lib/formats/read-grid'
import { scanText, type TextScanner } from '@/lib/formats/scan-text'
import { type Answer, fieldOf } from '@/lib/tasks/model'

/** Reads quoted and bare cells alike (RFC 4180); a row ends with LF or CRLF, the last one also without. */
export function parseAnswer(output: string, { schema }: Asked, parameters: Parameters): Answer {
  const scanner = scanText(output)
  const rows: ReadRow[] = []
  do rows.push(readRow(scanner, parameters))
  while (scanner.position < output.length)
  return readGrid(rows, schema, { ...parameters, end: output.length })
}

function readRow(scanner: TextScanner, parameters: Parameters): ReadRow {
  const at = scanner.position
  const cells = [readCell(scanner, parameters)]
  while (scanner.takes(parameters.delimiter)) cells.push(readCell(scanner, parameters))
  if (scanner.position < scanner.text.length && !scanner.takes('\r\n')) scanner.take('\n')
  return { at, cells }
}

function readCell(scanner: TextScanner, { delimiter, nothing, between }: Parameters): ReadCell {
  const at = scanner.position
  const cell = scanner.peek() === '"' ? readQuoted(scanner) : readBare(scanner, delimiter)
  return {
    at,
    text: () => cell,
    field: () => (cell === nothing ? null : fieldOf(cell.split(between))),
    isNothing: cell === nothing,
  }
}

function readQuoted(scanner: TextScanner): string {
  const { text, position } = scanner
  let close = text.indexOf('"', position + 1)
  while (close !== -1 && text.charAt(close + 1) === '"') close = text.indexOf('"', close + 2)
  if (close === -1) throw new AnswerSyntaxError('A quotation has no end', position)
  scanner.position = close + 1
  return text.slice(position + 1, close).replaceAll('""', '"')
}

function readBare(scanner: TextScanner, delimiter: string): string {
  const { text, position } = scanner
  const isEnd = (at: number) => '\n"'.includes(text.charAt(at)) || text.startsWith(delimiter, at)
  while (scanner.position < text.length && !isEnd(scanner.position) && !scanner.sees('\r\n'))
    scanner.position++
  if (scanner.peek() === '"') scanner.fail('A quotation mark in a cell that does not begin with one')
  return text.slice(position, scanner.position)
}
