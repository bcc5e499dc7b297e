import { readFileSync } from 'node:fs'

/** A document of words: what is said to whom, and the words that a slot can be filled with, each under its key. */
export type Words = {
  sections: ReadonlyMap<string, string>
  slots: ReadonlyMap<string, ReadonlyMap<string, string>>
}

const SLOTS = 'Words: '

/** Reads a document of words: sections under `#`; those called `Words: slot` hold one entry under each `##`. */
export function readWords(url: URL): Words {
  const parts = splitAt(readFileSync(url, 'utf8').replaceAll('\r\n', '\n'), '# ')
  const [plain, slots] = [new Map<string, string>(), new Map<string, ReadonlyMap<string, string>>()]
  for (const [title, body] of parts)
    if (title.startsWith(SLOTS)) slots.set(title.slice(SLOTS.length), splitAt(body, '## '))
    else plain.set(title, body)
  return { sections: plain, slots }
}

/** The texts under the headings of one depth. What stands before the first heading is for those who read the document. */
function splitAt(text: string, prefix: string): Map<string, string> {
  const [, ...parts] = `\n${text}`.split(`\n${prefix}`)
  return new Map(
    parts.map((part) => {
      const end = part.indexOf('\n')
      return end < 0 ? [part.trim(), ''] : [part.slice(0, end).trim(), part.slice(end).trim()]
    }),
  )
}
