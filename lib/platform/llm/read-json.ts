import { jsonrepair } from 'jsonrepair'

/**
 * The JSON in what a model says: by itself, in a code block, after its thoughts, or between words; with the small faults that models
 * make (commas, quotes, comments, Python's words for true and null). Throws when there is none, or when it was cut short.
 */
export function readJson(text: string): unknown {
  const plain = withoutThoughts(text)
  const block = /```[\w-]*\s*\n([\s\S]*?)\n\s*```/.exec(plain)?.[1]
  const candidates = [plain, block, outermost(plain)].filter((one) => one !== undefined)
  for (const read of [parse, parseFaulty])
    for (const candidate of candidates) {
      const found = read(candidate)
      if (found !== undefined) return UNKEPT.test(text) ? withoutUnkept(found) : found
    }
  throw new SyntaxError('No JSON could be read from the answer.')
}

// A database keeps neither zero characters nor halves of characters, as they are or as JSON escapes them.
const UNKEPT = /\\u(?:0000|d[89a-f])|\0|\p{Cs}/iu

function withoutUnkept(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').replace(/\p{Cs}/gu, '\ufffd')
  if (Array.isArray(value)) return value.map(withoutUnkept)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [withoutUnkept(key), withoutUnkept(inner)]),
  )
}

/** An answer without what a model thought before it. */
export function withoutThoughts(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/^\s*<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/, '')
    .trim()
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function parseFaulty(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined
  try {
    const mended = jsonrepair(text)
    // Closing what is open would pass off half an answer as a whole one.
    return closings(mended) > closings(text) ? undefined : JSON.parse(mended)
  } catch {
    return undefined
  }
}

const closings = (text: string) => text.match(/[}\]]/g)?.length ?? 0

function outermost(text: string): string | undefined {
  const start = text.search(/[{[]/)
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'))
  return start >= 0 && end > start ? text.slice(start, end + 1) : undefined
}
