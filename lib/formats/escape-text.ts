/**
 * Text within a line, between delimiters: `specials` and the backslash get a backslash; what ends a line, cannot be seen or
 * would be trimmed away is written as in JSON (`\n`, `\u0020`). So any text can be carried, and an ordinary one stays as it is.
 */
export function escapeText(text: string, specials: string): string {
  let escaped = ''
  const from = text.length - text.trimStart().length
  const to = text.trimEnd().length
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    if (char === '\\' || specials.includes(char)) escaped += `\\${char}`
    else escaped += at < from || at >= to || isUnseen(text, at) ? byName(char) : char
  }
  return escaped
}

const NAMES: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function byName(char: string): string {
  return NAMES[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
}

// Control characters, separators of lines, and halves of surrogate pairs, which no file can hold.
function isUnseen(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0x2028 || code === 0x2029) return true
  if (code < 0xd800 || code > 0xdfff) return false
  const other = text.charCodeAt(code < 0xdc00 ? at + 1 : at - 1)
  return code < 0xdc00 ? !(other >= 0xdc00 && other <= 0xdfff) : !(other >= 0xd800 && other <= 0xdbff)
}
