import { AnswerSyntaxError } from '@/lib/formats/model'

/** A piece of the output as it stands there. */
export type Piece = { raw: string; at: number }

/** What a string in the writing of JSON must escape, or escapes with. */
const SPECIAL = /[\\\p{Cc}]/u

/** Walks through an output and knows where it is. */
export function scanText(text: string): TextScanner {
  return new TextScanner(text)
}

export class TextScanner {
  position = 0

  constructor(readonly text: string) {}

  /** The next character; '' at the end. */
  peek(): string {
    return this.text.charAt(this.position)
  }

  sees(words: string): boolean {
    return this.text.startsWith(words, this.position)
  }

  take(words: string): void {
    if (!this.takes(words)) this.fail(`Expected ${words === '\n' ? 'a new line' : words}`)
  }

  /** Takes the words if they are next. */
  takes(words: string): boolean {
    if (!this.sees(words)) return false
    this.position += words.length
    return true
  }

  skip(chars: string): void {
    while (this.position < this.text.length && chars.includes(this.peek())) this.position++
  }

  /** What stands before the next of `stops`, the end of the line or the end; a backslash takes away a stop's meaning. */
  until(stops: string): Piece {
    const at = this.position
    while (this.position < this.text.length) {
      const char = this.peek()
      if (char === '\n' || stops.includes(char)) break
      this.position += char === '\\' ? 2 : 1
    }
    this.position = Math.min(this.position, this.text.length)
    return { raw: this.text.slice(at, this.position), at }
  }

  /** A string in the writing of JSON. */
  jsonString(): string {
    if (this.peek() !== '"') this.fail('Expected a string')
    const from = this.position
    const last = this.closingQuote()
    const raw = this.text.slice(from, last + 1)
    this.position = last + 1
    if (!SPECIAL.test(raw)) return raw.slice(1, -1)
    try {
      return JSON.parse(raw) as string
    } catch {
      throw new AnswerSyntaxError('Not a JSON string', from)
    }
  }

  end(): void {
    if (this.position < this.text.length) this.fail('Expected the end')
  }

  fail(message: string): never {
    const found = this.peek() === '' ? 'the end' : JSON.stringify(this.peek())
    throw new AnswerSyntaxError(`${message}, found ${found}`, this.position)
  }

  private closingQuote(): number {
    let at = this.text.indexOf('"', this.position + 1)
    while (at !== -1 && this.isEscaped(at)) at = this.text.indexOf('"', at + 1)
    if (at === -1) throw new AnswerSyntaxError('A string has no end', this.position)
    return at
  }

  private isEscaped(quote: number): boolean {
    let before = quote - 1
    while (this.text.charAt(before) === '\\') before--
    return (quote - 1 - before) % 2 === 1
  }
}
