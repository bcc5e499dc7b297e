/** The JSON in what a model says: by itself, in a code block, after its thoughts, or between words. Throws when there is none. */
export function readJson(text: string): unknown {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replace(/^\s*<think>[\s\S]*?<\/think>/, '')
    .trim()
  const block = /```(?:json)?\s*\n([\s\S]*?)\n\s*```/.exec(plain)?.[1]
  for (const candidate of [plain, block, outermost(plain)])
    if (candidate !== undefined)
      try {
        return JSON.parse(candidate)
      } catch {}
  throw new SyntaxError('No JSON could be read from the answer.')
}

function outermost(text: string): string | undefined {
  const start = text.search(/[{[]/)
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'))
  return start >= 0 && end > start ? text.slice(start, end + 1) : undefined
}
