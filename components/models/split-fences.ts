export type MessagePart = { kind: 'words'; text: string } | { kind: 'fence'; name: string; text: string }

const FENCE = /^<([a-z][a-z0-9-]*)( [^<>\n]*)?>\n([\s\S]*?)\n<\/\1\2?>$/gm

/** A message to a model in its parts: our own words, and what was fenced between `<name mark>` and `</name mark>` on lines of their own. */
export function splitFences(message: string): MessagePart[] {
  const parts: MessagePart[] = []
  let end = 0
  const words = (text: string) => text.trim() !== '' && parts.push({ kind: 'words', text: text.trim() })
  for (const match of message.matchAll(FENCE)) {
    words(message.slice(end, match.index))
    parts.push({ kind: 'fence', name: match[1]!, text: match[3]! })
    end = match.index + match[0].length
  }
  words(message.slice(end))
  return parts
}
