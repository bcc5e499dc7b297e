import { AnswerSyntaxError } from '@/lib/formats/model'
import { scanText, type TextScanner } from '@/lib/formats/scan-text'

/** JSON as far as answers use it, with places and with keys in their order. */
export type JsonNode = { at: number } & (
  | { kind: 'string'; value: string }
  | { kind: 'null' }
  | { kind: 'list'; nodes: JsonNode[] }
  | { kind: 'object'; entries: { key: string; at: number; node: JsonNode }[] }
)

/** An answer nests four deep: object, list, record, list of values. */
const DEEPEST = 4
const SPACE = ' \n\r\t'

/**
 * Reads JSON without numbers and booleans, keeping the order of keys, which JSON.parse does not, and refusing a key that comes
 * twice, of which JSON.parse keeps the last.
 */
export function readJson(text: string): JsonNode {
  const scanner = scanText(text)
  scanner.skip(SPACE)
  const node = readNode(scanner, 1)
  scanner.end()
  return node
}

function readNode(scanner: TextScanner, depth: number): JsonNode {
  const at = scanner.position
  if (depth > DEEPEST && '[{'.includes(scanner.peek() || ' ')) scanner.fail('Nested too deeply')
  if (scanner.peek() === '[') return { at, kind: 'list', nodes: readList(scanner, depth) }
  if (scanner.peek() === '{') return { at, kind: 'object', entries: readEntries(scanner, depth) }
  const node = readScalar(scanner, at)
  scanner.skip(SPACE)
  return node
}

function readScalar(scanner: TextScanner, at: number): JsonNode {
  if (scanner.peek() === '"') return { at, kind: 'string', value: scanner.jsonString() }
  if (!scanner.takes('null')) scanner.fail('Expected a string, a list, an object or null')
  return { at, kind: 'null' }
}

function readList(scanner: TextScanner, depth: number): JsonNode[] {
  const nodes: JsonNode[] = []
  readSequence(scanner, ['[', ']'], () => nodes.push(readNode(scanner, depth + 1)))
  return nodes
}

function readEntries(scanner: TextScanner, depth: number) {
  const entries: { key: string; at: number; node: JsonNode }[] = []
  const seen = new Set<string>()
  readSequence(scanner, ['{', '}'], () => {
    const at = scanner.position
    const key = scanner.jsonString()
    if (seen.has(key)) throw new AnswerSyntaxError(`The key ${JSON.stringify(key)} comes twice`, at)
    seen.add(key)
    scanner.skip(SPACE)
    takeSign(scanner, ':')
    entries.push({ key, at, node: readNode(scanner, depth + 1) })
  })
  return entries
}

function readSequence(scanner: TextScanner, [open, close]: [string, string], one: () => void): void {
  takeSign(scanner, open)
  if (scanner.peek() !== close) {
    one()
    while (scanner.peek() === ',') {
      takeSign(scanner, ',')
      one()
    }
  }
  if (scanner.peek() !== close) scanner.fail(`Expected , or ${close}`)
  takeSign(scanner, close)
}

function takeSign(scanner: TextScanner, sign: string): void {
  scanner.take(sign)
  scanner.skip(SPACE)
}
