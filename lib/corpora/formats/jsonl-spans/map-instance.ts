import type { z } from 'zod'
import { asideAnswers, goldKeys, recordSchema, smallExtras } from '@/lib/corpora/formats/jsonl-spans/schema'
import { excerptOf, type IssueCode, type LineIssue, type Reading, type Severity } from '@/lib/corpora/model'
import { storableExtras } from '@/lib/corpora/storable-extras'
import { codePointLength } from '@/lib/tasks/model'
import { canonicalNerGold, isCanonical, type NerSpan } from '@/lib/tasks/ner/gold'

type Fault = { severity: Severity; code: IssueCode; message: string }
type Extras = Record<string, unknown>
type Outcome = { instances: Reading['instances']; faults: readonly Fault[] }

const NONE: readonly never[] = []
const MAX_FAULTS = 5

/** A line becomes an instance, or is refused with the place that is wrong. Overlapping and nested spans are kept. */
export function mapInstance(line: number, written: string): Reading {
  const { instances, faults } = readRecord(written)
  if (faults.length === 0) return { instances, issues: NONE }
  const excerpt = excerptOf(written)
  const issues: LineIssue[] = faults.slice(0, MAX_FAULTS).map((fault) => ({ line, ...fault, excerpt }))
  return { instances, issues }
}

// Runs for every line of a large file: what is not needed for a good line is made only for a bad one.
function readRecord(written: string): Outcome {
  let record: Record<string, unknown>
  try {
    record = JSON.parse(written)
  } catch (cause) {
    return refuse(error('not-json', `This line is not JSON: ${excerptOf((cause as Error).message)}.`))
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return refuse(NOT_AN_OBJECT)
  const aside = asideAnswers.find((answer) => answer === record.answer)
  if (aside) return refuse(putAside(aside))
  const key = goldKeys.find((name) => Array.isArray(record[name]))
  if (key === undefined && !isAcceptedEmpty(record)) return refuse(noGold(record))
  const listed = key === undefined ? NONE : (record[key] as unknown[])
  const result = recordSchema.safeParse({ text: record.text, spans: listed.map(spanOf) })
  if (!result.success) return { instances: NONE, faults: shapeFaults(result.error, key) }
  const { text, spans } = result.data
  const faults = contentFaults(text, spans, key)
  if (faults.length > 0) return { instances: NONE, faults }
  const extras = smallExtras(record, key)
  if (!extras || !ESCAPED.test(written)) return accept(record, { key, text, spans, meta: extras })
  const { kept, left } = storableExtras(extras)
  const outcome = accept(record, { key, text, spans, meta: kept })
  return { ...outcome, faults: [...outcome.faults, ...left.map(extraLeftOut)] }
}

function accept(
  record: Record<string, unknown>,
  given: { key: string | undefined; text: string; spans: NerSpan[]; meta: Extras | undefined },
): Outcome {
  const { key, text, spans, meta } = given
  const canonical = isCanonical(spans) ? spans : canonicalNerGold(spans).spans
  const labels = canonical.map(({ label }) => label)
  const gold = { spans: canonical }
  const instances = [meta ? { text, gold, labels, meta } : { text, gold, labels }]
  const rival = goldKeys.find(
    (name) => name !== key && Array.isArray(record[name]) && record[name].length > 0,
  )
  if (key !== undefined && !rival && canonical.length === spans.length) return { instances, faults: NONE }
  const faults: Fault[] = []
  if (key === undefined) faults.push(GOLD_ACCEPTED_EMPTY)
  if (key !== undefined && rival) faults.push(severalGolds(key, rival))
  if (canonical.length < spans.length) faults.push(SPAN_TWICE)
  return { instances, faults }
}

function refuse(fault: Fault): Outcome {
  return { instances: NONE, faults: [fault] }
}

function error(code: IssueCode, message: string): Fault {
  return { severity: 'error', code, message }
}

function warning(code: IssueCode, message: string): Fault {
  return { severity: 'warning', code, message }
}

const NOT_AN_OBJECT = error(
  'not-an-object',
  'This line is JSON but no object: {"text": …, "spans": […]} is expected.',
)
const GOLD_ACCEPTED_EMPTY = warning(
  'gold-accepted-empty',
  'There are no spans, but the annotator accepted the text. It was read as holding no entity.',
)
const SPAN_TWICE = warning('span-twice', 'The same span stands here twice. It was kept once.')

function putAside(answer: (typeof asideAnswers)[number]): Fault {
  return warning(`answer-${answer}`, `The annotator's answer is “${answer}”. The line was left out.`)
}

function isAcceptedEmpty(record: Record<string, unknown>): boolean {
  return record.answer === 'accept' && goldKeys.every((key) => (record[key] ?? null) === null)
}

function noGold(record: Record<string, unknown>): Fault {
  const odd = goldKeys.find((key) => (record[key] ?? null) !== null)
  if (odd) return error('gold-not-list', `“${odd}” is not a list of spans.`)
  return error(
    'gold-missing',
    'There is no “spans”, “entities”, “label” or “labels”: a text that nobody labelled is not gold.',
  )
}

function severalGolds(key: string, rival: string): Fault {
  return warning('several-golds', `Both “${key}” and “${rival}” hold a list. “${key}” was read.`)
}

/** The three ways to write a span, brought to one: by names, by names with `_offset`, as `[start, end, label]`. */
function spanOf(value: unknown): unknown {
  if (Array.isArray(value)) return { start: value[0], end: value[1], label: value[2] }
  if (typeof value !== 'object' || value === null || !('start_offset' in value)) return value
  const { start_offset, end_offset, label } = value as Record<string, unknown>
  return { start: start_offset, end: end_offset, label }
}

function shapeFaults({ issues }: z.ZodError, key = 'spans'): Fault[] {
  return issues.map(({ path, message }) => {
    if (path[0] === 'text') return textFault(message)
    const place = [`${key}[${String(path[1])}]`, ...path.slice(2)].join('.')
    return error('span-malformed', `${place}: ${message}.`)
  })
}

function textFault(message: string): Fault {
  if (message.startsWith('Too small')) return error('text-empty', 'The text is empty.')
  return error('text-missing', `“text” is missing or no string: ${message}.`)
}

/** Only an escape can write what the database cannot keep; such lines are rare. */
const ESCAPED = /\\u(?:0000|d[89a-f])/i

/** What stands beside the instance is no gold: an extra that cannot be kept is left out, and the line stays. */
function extraLeftOut(name: string): Fault {
  const place = excerptOf(JSON.stringify(name))
  return warning(
    'extra-left-out',
    `${place} holds a NUL character or half of a character. It is not kept beside the text.`,
  )
}

const UNUSUAL = /[\0\ud800-\udfff]/

/** What a schema cannot see: does the text hold the spans, and can the database hold the text? */
function contentFaults(text: string, spans: readonly NerSpan[], key = 'spans'): Fault[] {
  const isPlain = !UNUSUAL.test(text)
  const faults = isPlain ? [] : unstorable(text, '“text”')
  const length = isPlain ? text.length : codePointLength(text)
  if (text.trim() === '') faults.push(error('text-empty', 'The text holds nothing but space.'))
  for (let i = 0; i < spans.length; i++) {
    const { start, end, label } = spans[i]!
    if (end > length) faults.push(outOfRange(`${key}[${i}]`, { end, length, units: text.length }))
    else if (start >= end) faults.push(spanEmpty(`${key}[${i}]`, start, end))
    if (label.trim() === '') faults.push(error('label-empty', `${key}[${i}]: its label is empty.`))
    if (UNUSUAL.test(label)) faults.push(...unstorable(label, `${key}[${i}].label`))
  }
  return faults
}

function spanEmpty(place: string, start: number, end: number): Fault {
  return error('span-empty', `${place}: it starts at ${start} and ends at ${end}, which is no text.`)
}

function outOfRange(
  place: string,
  { end, length, units }: { end: number; length: number; units: number },
): Fault {
  const hint = end <= units ? ' Offsets count Unicode characters; this file seems to count UTF-16 units.' : ''
  return error(
    'span-out-of-range',
    `${place}: it ends at ${end}, and the text has ${length} characters.${hint}`,
  )
}

function unstorable(text: string, place: string): Fault[] {
  if (text.includes('\0')) return [error('nul-character', `${place} holds a NUL character.`)]
  if (/\p{Surrogate}/u.test(text))
    return [error('half-character', `${place} holds half of a character (a lone surrogate).`)]
  return []
}
