import { AnswerSyntaxError } from '@/lib/formats/model'

const NAMED: Record<string, string> = { n: '\n', r: '\r', t: '\t' }
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|([nrt])|([^\p{L}\p{N}\s]))?/gu

/** What `escapeText` wrote, without the space around it. A backslash before any punctuation stands for that character. */
export function unescapeText(raw: string, at: number): string {
  const text = raw.trim()
  if (!text.includes('\\')) return text
  const skipped = raw.length - raw.trimStart().length
  return text.replace(ESCAPE, (found, hex?: string, name?: string, char?: string, offset?: number) => {
    if (hex) return String.fromCharCode(Number.parseInt(hex, 16))
    if (name) return NAMED[name]!
    if (char) return char
    throw new AnswerSyntaxError(`${found} begins no escape`, at + skipped + (offset ?? 0))
  })
}
