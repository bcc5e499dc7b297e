import type { z } from 'zod'
import { asideAnswers, goldKeys, recordSchema, smallExtras } from '@/lib/corpora/formats/jsonl-spans/schema'
import {
  excerptOf,
  type IssueCode,
  type LineIssue,
  type Reading,
  type ReadSpan,
  type Severity,
} from '@/lib/corpora/model'
import { codePointLength } from '@/lib/tasks/model'
import { canonicalNerGold } from '@/lib/tasks/ner/gold'

type Fault = { code: IssueCode; message: string }
type Found<Value> = { value: Value; fault?: undefined } | { fault: Fault }

const NO_ISSUES: readonly LineIssue[] = []
const MAX_FAULTS = 5

/** A line becomes an instance, or is refused with the place that is wrong. Overlapping and nested spans are kept. */
export function mapInstance(line: number, written: string): Reading {
  const issue = (severity: Severity, fault: Fault): LineIssue => ({
    line,
    severity,
    ...fault,
    excerpt: excerptOf(written),
  })
  const refuse = (...faults: Fault[]): Reading => ({
    instance: null,
    issues: faults.slice(0, MAX_FAULTS).map((fault) => issue('error', fault)),
  })
  const parsed = parseRecord(written)
  if (parsed.fault) return refuse(parsed.fault)
  const record = parsed.value
  const aside = asideAnswers.find((answer) => answer === record.answer)
  if (aside) return { instance: null, issues: [issue('warning', putAside(aside))] }
  const found = findGold(record)
  if (found.fault) return refuse(found.fault)
  const gold = found.value
  const result = recordSchema.safeParse({ text: record.text, spans: gold.spans.map(spanOf) })
  if (!result.success) return refuse(...shapeFaults(result.error, gold.key))
  const { text, spans } = result.data
  const faults = contentFaults(text, spans, gold.key)
  if (faults.length > 0) return refuse(...faults)
  const canonical = canonicalNerGold(spans).spans
  const warnings = gold.warnings.map((fault) => issue('warning', fault))
  if (canonical.length < spans.length) warnings.push(issue('warning', SPAN_TWICE))
  const meta = smallExtras(record, gold.key)
  return {
    instance: meta ? { text, spans: canonical, meta } : { text, spans: canonical },
    issues: warnings.length > 0 ? warnings : NO_ISSUES,
  }
}

const SPAN_TWICE: Fault = {
  code: 'span-twice',
  message: 'The same span stands here twice. It was kept once.',
}

function putAside(answer: (typeof asideAnswers)[number]): Fault {
  return {
    code: `answer-${answer}`,
    message: `The annotator's answer is “${answer}”. The line was left out.`,
  }
}

function parseRecord(written: string): Found<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(written)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { value: value as Record<string, unknown> }
    return { fault: NOT_AN_OBJECT }
  } catch (error) {
    return {
      fault: { code: 'not-json', message: `This line is not JSON: ${excerptOf((error as Error).message)}.` },
    }
  }
}

const NOT_AN_OBJECT: Fault = {
  code: 'not-an-object',
  message: 'This line is JSON but no object: {"text": …, "spans": […]} is expected.',
}

type Gold = { key: string; spans: unknown[]; warnings: Fault[] }

function findGold(record: Record<string, unknown>): Found<Gold> {
  const lists = goldKeys.filter((key) => Array.isArray(record[key]))
  const key = lists[0]
  if (key !== undefined) {
    const rival = lists.find((other) => other !== key && (record[other] as unknown[]).length > 0)
    const warnings = rival ? [severalGolds(key, rival)] : []
    return { value: { key, spans: record[key] as unknown[], warnings } }
  }
  const odd = goldKeys.find((other) => record[other] !== undefined && record[other] !== null)
  if (odd) return { fault: { code: 'gold-not-list', message: `“${odd}” is not a list of spans.` } }
  if (record.answer === 'accept')
    return { value: { key: 'spans', spans: [], warnings: [GOLD_ACCEPTED_EMPTY] } }
  return { fault: GOLD_MISSING }
}

const GOLD_MISSING: Fault = {
  code: 'gold-missing',
  message: 'There is no “spans”, “entities”, “label” or “labels”: a text that nobody labelled is not gold.',
}

const GOLD_ACCEPTED_EMPTY: Fault = {
  code: 'gold-accepted-empty',
  message: 'There are no spans, but the annotator accepted the text. It was read as holding no entity.',
}

function severalGolds(key: string, rival: string): Fault {
  return { code: 'several-golds', message: `Both “${key}” and “${rival}” hold a list. “${key}” was read.` }
}

/** The three ways to write a span, brought to one: by names, by names with `_offset`, as `[start, end, label]`. */
function spanOf(value: unknown): unknown {
  if (Array.isArray(value)) return { start: value[0], end: value[1], label: value[2] }
  if (typeof value !== 'object' || value === null || !('start_offset' in value)) return value
  const { start_offset, end_offset, label } = value as Record<string, unknown>
  return { start: start_offset, end: end_offset, label }
}

function shapeFaults(error: z.ZodError, key: string): Fault[] {
  return error.issues.map(({ path, message }) => {
    if (path[0] === 'text') return textFault(message)
    const place = [`${key}[${String(path[1])}]`, ...path.slice(2)].join('.')
    return { code: 'span-malformed', message: `${place}: ${message}.` }
  })
}

function textFault(message: string): Fault {
  if (message.startsWith('Too small')) return { code: 'text-empty', message: 'The text is empty.' }
  return { code: 'text-missing', message: `“text” is missing or no string: ${message}.` }
}

const UNUSUAL = /[\0\ud800-\udfff]/

/** What a schema cannot see: does the text hold the spans, and can the database hold the text? */
function contentFaults(text: string, spans: readonly ReadSpan[], key: string): Fault[] {
  const isPlain = !UNUSUAL.test(text)
  const faults = isPlain ? [] : unstorable(text, '“text”')
  const length = isPlain ? text.length : codePointLength(text)
  if (text.trim() === '') faults.push({ code: 'text-empty', message: 'The text holds nothing but space.' })
  for (const [i, { start, end, label }] of spans.entries()) {
    const place = `${key}[${i}]`
    if (end > length) faults.push(outOfRange(place, { end, length, units: text.length }))
    else if (start >= end) faults.push(spanEmpty(place, start, end))
    if (label.trim() === '') faults.push({ code: 'label-empty', message: `${place}: its label is empty.` })
    if (UNUSUAL.test(label)) faults.push(...unstorable(label, `${place}.label`))
  }
  return faults
}

function spanEmpty(place: string, start: number, end: number): Fault {
  return {
    code: 'span-empty',
    message: `${place}: it starts at ${start} and ends at ${end}, which is no text.`,
  }
}

function outOfRange(
  place: string,
  { end, length, units }: { end: number; length: number; units: number },
): Fault {
  const hint = end <= units ? ' Offsets count Unicode characters; this file seems to count UTF-16 units.' : ''
  return {
    code: 'span-out-of-range',
    message: `${place}: it ends at ${end}, and the text has ${length} characters.${hint}`,
  }
}

function unstorable(text: string, place: string): Fault[] {
  if (text.includes('\0')) return [{ code: 'nul-character', message: `${place} holds a NUL character.` }]
  if (/\p{Surrogate}/u.test(text))
    return [{ code: 'half-character', message: `${place} holds half of a character (a lone surrogate).` }]
  return []
}
