import { gatherAnswer, type ReadEntry } from '@/lib/formats/gather-answer'
import { fieldSeparator, type Parameters } from '@/lib/formats/markdown-list/schema'
import { AnswerSyntaxError, type Asked, shown } from '@/lib/formats/model'
import { readField } from '@/lib/formats/read-field'
import { type Piece, scanText, type TextScanner } from '@/lib/formats/scan-text'
import { unescapeText } from '@/lib/formats/unescape-text'
import type { Answer, AnswerItem, AskedSchema, FieldValue } from '@/lib/tasks/model'

/** Reads one list and nothing beside it. Depth of indentation and blank lines between groups are free. */
export function parseAnswer(output: string, { schema }: Asked, parameters: Parameters): Answer {
  const isEmpty = parameters.empty === 'leave-out' && output.trim() === parameters.nothing
  const scanner = scanText(output)
  const read = parameters.layout === 'flat' ? readFlat : readGroups
  const entries = isEmpty ? [] : read(scanner, schema, parameters)
  return gatherAnswer(entries, schema, { empty: parameters.empty, end: output.length })
}

function readFlat(scanner: TextScanner, schema: AskedSchema, parameters: Parameters): ReadEntry[] {
  const fields = new Map(schema.map((asked) => [asked.label, asked.fields]))
  const entries: ReadEntry[] = []
  do {
    takeBullet(scanner, parameters)
    const label = readLabel(scanner.until(parameters.sign), fields)
    scanner.take(parameters.sign)
    entries.push(readItem(scanner, { ...label, parameters }))
  } while (goesOn(scanner))
  return entries
}

function readGroups(scanner: TextScanner, schema: AskedSchema, parameters: Parameters): ReadEntry[] {
  const fields = new Map(schema.map((asked) => [asked.label, asked.fields]))
  const entries: ReadEntry[] = []
  const seen = new Set<string>()
  do {
    takeName(scanner, parameters)
    const name = readLabel(scanner.until(''), fields)
    if (seen.has(name.label)) throw new AnswerSyntaxError(`${shown(name.label)} comes twice`, name.at)
    seen.add(name.label)
    if (!goesOn(scanner) || !isItem(scanner, parameters))
      throw new AnswerSyntaxError(`${shown(name.label)} has no items`, scanner.position)
    do {
      scanner.skip(' \t')
      takeBullet(scanner, parameters)
      entries.push(readItem(scanner, { ...name, parameters }))
    } while (goesOn(scanner) && isItem(scanner, parameters))
  } while (scanner.position < scanner.text.length)
  return entries
}

/** Takes the end of a line; is there another one? */
function goesOn(scanner: TextScanner): boolean {
  if (scanner.position < scanner.text.length) scanner.take('\n')
  scanner.skip('\n')
  return scanner.position < scanner.text.length
}

// Below headings every line that is none is an item; in a nested list items are indented.
function isItem(scanner: TextScanner, { layout }: Parameters): boolean {
  return layout === 'headings' ? !scanner.sees('#') : ' \t'.includes(scanner.peek())
}

function takeName(scanner: TextScanner, parameters: Parameters): void {
  if (parameters.layout === 'nested') takeBullet(scanner, parameters)
  else {
    scanner.take('#')
    scanner.skip('#')
    takeSpace(scanner)
  }
}

function takeBullet(scanner: TextScanner, { bullet }: Parameters): void {
  if (bullet === '1.') {
    if (!/\d/.test(scanner.peek())) scanner.fail('Expected a number')
    scanner.skip('0123456789')
    scanner.take('.')
  } else scanner.take(bullet)
  takeSpace(scanner)
}

function takeSpace(scanner: TextScanner): void {
  if (scanner.peek() !== '' && scanner.peek() !== '\n') scanner.take(' ')
}

type Named = { label: string; at: number; fields: readonly string[] }

function readLabel({ raw, at }: Piece, asked: ReadonlyMap<string, readonly string[]>): Named {
  const label = unescapeText(raw, at)
  const fields = asked.get(label)
  if (!fields) throw new AnswerSyntaxError(`${shown(label)} was not asked for`, at)
  return { label, at, fields }
}

function readItem(scanner: TextScanner, by: Omit<Named, 'at'> & { parameters: Parameters }): ReadEntry {
  const { label, fields, parameters } = by
  const at = scanner.position
  const piece = scanner.until('')
  if (parameters.empty === 'mark' && piece.raw.trim() === parameters.nothing) return { label, at, item: null }
  if (!fields.length) return { label, at, item: unescapeText(piece.raw, at) }
  scanner.position = at
  return { label, at, item: readRecord(scanner, fields, parameters) }
}

function readRecord(scanner: TextScanner, fields: readonly string[], parameters: Parameters): AnswerItem {
  const separator = fieldSeparator(parameters)
  const values = fields.map((field, i): [string, FieldValue] => {
    if (i > 0) scanner.take(separator)
    const name = scanner.until(parameters.sign + separator)
    if (unescapeText(name.raw, name.at) !== field)
      throw new AnswerSyntaxError(`Expected the field ${shown(field)}`, name.at)
    scanner.take(parameters.sign)
    return [field, readField(scanner.until(separator), parameters)]
  })
  return Object.fromEntries(values)
}
