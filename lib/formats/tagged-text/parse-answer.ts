import { AnswerSyntaxError, type Asked, shown } from '@/lib/formats/model'
import { scanText, type TextScanner } from '@/lib/formats/scan-text'
import { type Parameters, TAGS } from '@/lib/formats/tagged-text/schema'
import type { Answer, AskedSchema } from '@/lib/tasks/model'

type Span = { label: string; start: number; end: number }
type Tag = { words: string; label: string; opens: boolean }

/** Reads the tags, and holds what stands between them against the text, from which nothing may differ. */
export function parseAnswer(output: string, { schema, text }: Asked, { style }: Parameters): Answer {
  const scanner = scanText(output)
  const tags = tagsOf(schema, style)
  const open: { label: string; start: number; at: number }[] = []
  const spans: Span[] = []
  let read = 0
  while (scanner.position < output.length) {
    const at = scanner.position
    const tag = takeTag(scanner, tags)
    if (tag?.opens) open.push({ label: tag.label, start: read, at })
    else if (tag) spans.push(closed(tag, { open, read, at, style }))
    else if (output.charAt(at) !== text.charAt(read)) scanner.fail('Not what the text has here')
    else {
      scanner.position++
      read++
    }
  }
  if (open.length) throw new AnswerSyntaxError('A tag is never closed', open.at(-1)!.at)
  if (read < text.length) scanner.fail('The text goes on')
  return answerOf(spans, schema, text)
}

/** By their first character, so that ordinary ones cost nothing. */
function tagsOf(schema: AskedSchema, style: Parameters['style']): ReadonlyMap<string, Tag[]> {
  const tags = new Map<string, Tag[]>()
  for (const { label } of schema) {
    const { open, close } = TAGS[style](label)
    for (const tag of [
      { words: open, label, opens: true },
      { words: close, label, opens: false },
    ])
      tags.set(tag.words.charAt(0), [...(tags.get(tag.words.charAt(0)) ?? []), tag])
  }
  return tags
}

function takeTag(scanner: TextScanner, tags: ReadonlyMap<string, Tag[]>): Tag | undefined {
  return tags.get(scanner.peek())?.find(({ words }) => scanner.takes(words))
}

function closed(
  { label, words }: Tag,
  by: { open: { label: string; start: number }[]; read: number; at: number; style: Parameters['style'] },
): Span {
  const last = by.open.pop()
  // The opening bracket before a suffix does not say its label.
  if (!last || (by.style !== 'suffix' && last.label !== label))
    throw new AnswerSyntaxError(`${shown(words)} closes what was not opened`, by.at)
  if (last.start === by.read) throw new AnswerSyntaxError('A tag without words', by.at)
  return { label, start: last.start, end: by.read }
}

function answerOf(spans: Span[], schema: AskedSchema, text: string): Answer {
  spans.sort((a, b) => a.start - b.start || b.end - a.end)
  const items = new Map<string, string[]>(schema.map(({ label }) => [label, []]))
  for (const { label, start, end } of spans) items.get(label)!.push(text.slice(start, end))
  return schema.map(({ label }) => ({ label, items: items.get(label)! }))
}
