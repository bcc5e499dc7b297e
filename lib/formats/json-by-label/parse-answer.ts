import { AnswerSyntaxError } from '@/lib/formats/model'
import type { Answer, AnswerItem, FieldValue } from '@/lib/tasks/model'

/**
 * Reads `{"label": ["mention", …], …}` keeping the order of labels, which JSON.parse does not, and refusing a label that
 * comes twice, of which JSON.parse keeps the last.
 */
export function parseAnswer(text: string): Answer {
  const reader = new Reader(text)
  const answer: Answer = []
  readEntries(reader, (label) => answer.push({ label, items: readList(reader, readItem) }))
  reader.end()
  return answer
}

function readItem(reader: Reader): AnswerItem {
  if (reader.peek() === '"') return reader.string()
  if (reader.peek() !== '{') reader.fail('Expected a string or a record')
  const fields: [string, FieldValue][] = []
  readEntries(reader, (name) => fields.push([name, readField(reader)]))
  return Object.fromEntries(fields)
}

function readField(reader: Reader): FieldValue {
  if (reader.peek() === 'n') return reader.nothing()
  if (reader.peek() !== '[') return reader.string()
  const at = reader.position
  const values = readList(reader, readString)
  if (values.length < 2) throw new AnswerSyntaxError('A list of fewer than two values', at)
  return values
}

const readString = (reader: Reader): string => reader.string()

function readEntries(reader: Reader, read: (key: string) => void): void {
  const seen = new Set<string>()
  reader.sequence('{', '}', () => {
    const at = reader.position
    const key = reader.string()
    if (seen.has(key)) throw new AnswerSyntaxError(`The key ${JSON.stringify(key)} comes twice`, at)
    seen.add(key)
    reader.take(':')
    read(key)
  })
}

function readList<Item>(reader: Reader, read: (reader: Reader) => Item): Item[] {
  const items: Item[] = []
  reader.sequence('[', ']', () => items.push(read(reader)))
  return items
}

const SPACE = new Set([' ', '\n', '\r', '\t'])

class Reader {
  position = 0

  constructor(private readonly text: string) {
    this.skipSpace()
  }

  /** The next character that is not space; '' at the end. */
  peek(): string {
    return this.text.charAt(this.position)
  }

  take(char: string): void {
    if (this.peek() !== char) this.fail(`Expected ${char}`)
    this.position++
    this.skipSpace()
  }

  sequence(open: string, close: string, one: () => void): void {
    this.take(open)
    if (this.peek() !== close) {
      one()
      while (this.peek() === ',') {
        this.take(',')
        one()
      }
    }
    if (this.peek() !== close) this.fail(`Expected , or ${close}`)
    this.take(close)
  }

  string(): string {
    if (this.peek() !== '"') this.fail('Expected a string')
    const from = this.position
    const last = this.closingQuote()
    const raw = this.text.slice(from, last + 1)
    this.position = last + 1
    this.skipSpace()
    try {
      return JSON.parse(raw) as string
    } catch {
      throw new AnswerSyntaxError('Not a JSON string', from)
    }
  }

  nothing(): null {
    if (!this.text.startsWith('null', this.position)) this.fail('Expected null')
    this.position += 4
    this.skipSpace()
    return null
  }

  end(): void {
    if (this.peek() !== '') this.fail('Expected the end')
  }

  fail(message: string): never {
    const found = this.peek() === '' ? 'the end' : JSON.stringify(this.peek())
    throw new AnswerSyntaxError(`${message}, found ${found}`, this.position)
  }

  private closingQuote(): number {
    const { text } = this
    let at = text.indexOf('"', this.position + 1)
    while (at !== -1 && this.isEscaped(at)) at = text.indexOf('"', at + 1)
    if (at === -1) throw new AnswerSyntaxError('A string has no end', this.position)
    return at
  }

  private isEscaped(quote: number): boolean {
    let before = quote - 1
    while (this.text.charAt(before) === '\\') before--
    return (quote - 1 - before) % 2 === 1
  }

  private skipSpace(): void {
    while (SPACE.has(this.text.charAt(this.position))) this.position++
  }
}
