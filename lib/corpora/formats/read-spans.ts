import { z } from 'zod'
import { checkCharacters, checkLabel, isUnusual } from '@/lib/corpora/formats/check-text'
import { error, type Fault } from '@/lib/corpora/formats/report-faults'
import { codePointLength } from '@/lib/tasks/model'
import { type NerSpan, nerSpanSchema } from '@/lib/tasks/ner/gold'

const schema = z.object({ text: z.string().min(1), spans: z.array(nerSpanSchema) })

type Spans = { text: string; spans: NerSpan[]; faults: readonly never[] } | { faults: readonly Fault[] }

/** A text and its spans in the order in which `key` lists them, or every place that is wrong. */
export function readSpans(text: unknown, listed: readonly unknown[], key = 'spans'): Spans {
  const result = schema.safeParse({ text, spans: listed.map(spanOf) })
  if (!result.success) return { faults: shapeFaults(result.error, key) }
  const faults = contentFaults(result.data.text, result.data.spans, key)
  return faults.length > 0 ? { faults } : { ...result.data, faults: NONE }
}

const NONE: readonly never[] = []

/** The three ways to write a span, brought to one: by names, by names with `_offset`, as `[start, end, label]`. */
function spanOf(value: unknown): unknown {
  if (Array.isArray(value)) return { start: value[0], end: value[1], label: value[2] }
  if (typeof value !== 'object' || value === null || !('start_offset' in value)) return value
  const { start_offset, end_offset, label } = value as Record<string, unknown>
  return { start: start_offset, end: end_offset, label }
}

function shapeFaults({ issues }: z.ZodError, key: string): Fault[] {
  return issues.map(({ path, message }) => {
    if (path[0] === 'text') return textFault(message)
    const place = [`${key}[${String(path[1])}]`, ...path.slice(2)].join('.')
    return error('span-malformed', `${place}: ${message}.`, { at: place, detail: message })
  })
}

function textFault(message: string): Fault {
  if (message.startsWith('Too small')) return error('text-empty', 'The text is empty.')
  return error('text-missing', `“text” is missing or no string: ${message}.`, {
    keys: 'text',
    detail: message,
  })
}

/** What a schema cannot see: does the text hold the spans, and can the database hold the text? */
function contentFaults(text: string, spans: readonly NerSpan[], key: string): Fault[] {
  const isPlain = !isUnusual(text)
  const faults = isPlain ? [] : checkCharacters(text, '“text”')
  const length = isPlain ? text.length : codePointLength(text)
  if (text.trim() === '') faults.push(error('text-empty', 'The text holds nothing but space.'))
  for (let i = 0; i < spans.length; i++) {
    const { start, end, label } = spans[i]!
    if (end > length) faults.push(outOfRange(`${key}[${i}]`, { end, length, units: text.length }))
    else if (start >= end) faults.push(spanEmpty(`${key}[${i}]`, start, end))
    if (label.trim() === '' || isUnusual(label)) faults.push(...checkLabel(label, `${key}[${i}]`))
  }
  return faults
}

function spanEmpty(place: string, start: number, end: number): Fault {
  return error('span-empty', `${place}: it starts at ${start} and ends at ${end}, which is no text.`, {
    at: place,
    start,
    end,
  })
}

function outOfRange(
  place: string,
  { end, length, units }: { end: number; length: number; units: number },
): Fault {
  const hint = end <= units ? ' Offsets count Unicode characters; this file seems to count UTF-16 units.' : ''
  return error(
    'span-out-of-range',
    `${place}: it ends at ${end}, and the text has ${length} characters.${hint}`,
    { at: place, end, length },
  )
}
