import { gatherAnswer, type ReadEntry } from '@/lib/formats/gather-answer'
import { AnswerSyntaxError, type Asked, shown } from '@/lib/formats/model'
import { readField } from '@/lib/formats/read-field'
import { scanText, type TextScanner } from '@/lib/formats/scan-text'
import type { Parameters } from '@/lib/formats/tuples/schema'
import { unescapeText } from '@/lib/formats/unescape-text'
import { type Answer, type AnswerItem, type AskedLabel, type FieldValue, fieldOf } from '@/lib/tasks/model'

/** Reads tuples on lines of their own or with commas between them; the mark for nothing alone is an answer without items. */
export function parseAnswer(output: string, { schema }: Asked, parameters: Parameters): Answer {
  const scanner = scanText(output)
  const asked = new Map(schema.map((one) => [one.label, one]))
  const entries: ReadEntry[] = []
  const isEmpty = parameters.empty === 'leave-out' && output.trim() === parameters.nothing
  while (!isEmpty && (entries.length === 0 || scanner.position < output.length)) {
    entries.push(readTuple(scanner, asked, parameters))
    skipSeparator(scanner)
  }
  return gatherAnswer(entries, schema, { empty: parameters.empty, end: output.length })
}

function skipSeparator(scanner: TextScanner): void {
  scanner.skip(' \t')
  const isEnd = scanner.position === scanner.text.length
  if (!isEnd && !scanner.takes(',') && scanner.peek() !== '\n') scanner.fail('Expected a comma or a new line')
  scanner.skip(' \t\n')
}

type Part = { at: number; text(): string; field(): FieldValue; isNothing: boolean }

function readTuple(
  scanner: TextScanner,
  asked: ReadonlyMap<string, AskedLabel>,
  parameters: Parameters,
): ReadEntry {
  const at = scanner.position
  const parts = readParts(scanner, parameters)
  const labelAt = { first: 0, second: 1, last: parts.length - 1 }[parameters.labelAt]
  const [name] = parts.splice(labelAt, 1)
  if (!name) throw new AnswerSyntaxError('A tuple without a label', at)
  const label = name.text()
  const fields = asked.get(label)?.fields
  if (!fields) throw new AnswerSyntaxError(`${shown(label)} was not asked for`, name.at)
  const expected = Math.max(1, fields.length)
  if (parts.length !== expected)
    throw new AnswerSyntaxError(`Expected ${expected + 1} parts, found ${parts.length + 1}`, at)
  const isNothing = parameters.empty === 'mark' && parts.every((part) => part.isNothing)
  return { label, at, item: isNothing ? null : itemOf(parts, fields) }
}

function itemOf(parts: readonly Part[], fields: readonly string[]): AnswerItem {
  if (!fields.length) return parts[0]!.text()
  return Object.fromEntries(fields.map((field, i) => [field, parts[i]!.field()]))
}

function readParts(scanner: TextScanner, parameters: Parameters): Part[] {
  const [open, close] = [parameters.brackets.charAt(0), parameters.brackets.charAt(1)]
  const readPart = parameters.quoting === 'always' ? readQuoted : readBare
  scanner.take(open)
  const parts = [readPart(scanner, parameters)]
  while (scanner.takes(parameters.delimiter)) parts.push(readPart(scanner, parameters))
  if (!scanner.takes(close)) scanner.fail(`Expected ${parameters.delimiter} or ${close}`)
  return parts
}

function readBare(scanner: TextScanner, parameters: Parameters): Part {
  const piece = scanner.until(parameters.brackets + parameters.delimiter)
  return {
    at: piece.at,
    text: () => unescapeText(piece.raw, piece.at),
    field: () => readField(piece, parameters),
    isNothing: piece.raw.trim() === parameters.nothing,
  }
}

function readQuoted(scanner: TextScanner, { between, nothing }: Parameters): Part {
  scanner.skip(' ')
  const at = scanner.position
  const values: string[] = []
  if (!scanner.takes(nothing)) {
    do {
      scanner.skip(' ')
      values.push(scanner.jsonString())
      scanner.skip(' ')
    } while (scanner.takes(between))
  }
  scanner.skip(' ')
  const text = () => {
    if (values.length !== 1) throw new AnswerSyntaxError('Expected one string', at)
    return values[0]!
  }
  return { at, text, field: () => fieldOf(values), isNothing: values.length === 0 }
}
