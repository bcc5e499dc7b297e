import { AnswerSyntaxError } from '@/lib/formats/model'
import { scanText, type TextScanner } from '@/lib/formats/scan-text'
import { isPlainYaml } from '@/lib/formats/write-yaml-string'

type YamlScalar = string | null
/** What one line of an answer says: at which column, after a dash or not, a key or none, and a value or none. */
export type YamlLine = {
  at: number
  column: number
  dash: boolean
  key: string | undefined
  value: YamlScalar | string[] | undefined
}

/** The lines of a document, blank ones left out: the part of YAML that answers are written in, and no more. */
export function readYaml(output: string): YamlLine[] {
  const scanner = scanText(output)
  const lines: YamlLine[] = []
  while (scanner.position < output.length) {
    const line = readLine(scanner)
    if (line) lines.push(line)
    if (scanner.position < output.length) scanner.take('\n')
  }
  return lines
}

function readLine(scanner: TextScanner): YamlLine | null {
  const begin = scanner.position
  scanner.skip(' ')
  if (scanner.peek() === '' || scanner.peek() === '\n') return null
  const at = scanner.position
  const dash = scanner.takes('- ')
  if (dash) scanner.skip(' ')
  const column = scanner.position - begin
  const first = readValue(scanner)
  scanner.skip(' ')
  if (!scanner.takes(':')) return { at, column, dash, key: undefined, value: first }
  if (typeof first !== 'string') throw new AnswerSyntaxError('A key has to be a string', at)
  if (scanner.peek() !== '' && scanner.peek() !== '\n') scanner.take(' ')
  scanner.skip(' ')
  const isLast = scanner.peek() === '' || scanner.peek() === '\n'
  const value = isLast ? undefined : readValue(scanner)
  scanner.skip(' ')
  return { at, column, dash, key: first, value }
}

function readValue(scanner: TextScanner): YamlScalar | string[] {
  if (scanner.peek() === '[') return readFlow(scanner)
  if (scanner.peek() === '"') return scanner.jsonString()
  if (scanner.peek() === "'") return readSingle(scanner)
  return readPlain(scanner)
}

function readFlow(scanner: TextScanner): string[] {
  const values: string[] = []
  scanner.take('[')
  scanner.skip(' ')
  while (!scanner.takes(']')) {
    if (values.length) scanner.take(',')
    scanner.skip(' ')
    values.push(scanner.jsonString())
    scanner.skip(' ')
  }
  return values
}

function readSingle(scanner: TextScanner): string {
  const { text, position } = scanner
  let close = text.indexOf("'", position + 1)
  while (close !== -1 && text.charAt(close + 1) === "'") close = text.indexOf("'", close + 2)
  const inner = text.slice(position + 1, close)
  if (close === -1 || inner.includes('\n'))
    throw new AnswerSyntaxError('A quotation does not end on its line', position)
  scanner.position = close + 1
  return inner.replaceAll("''", "'")
}

function readPlain(scanner: TextScanner): YamlScalar {
  const { text, position } = scanner
  while (scanner.position < text.length && !':\n'.includes(scanner.peek())) scanner.position++
  const words = text.slice(position, scanner.position).trimEnd()
  if (words === '~' || words === 'null') return null
  if (!isPlainYaml(words)) throw new AnswerSyntaxError('Quotation marks are needed', position)
  return words
}
