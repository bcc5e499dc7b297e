import { keepExtras } from '@/lib/corpora/formats/keep-extras'
import type { RecordPlace } from '@/lib/corpora/formats/map-records'
import { readSpans } from '@/lib/corpora/formats/read-spans'
import { error, type Fault, reportFaults, warning } from '@/lib/corpora/formats/report-faults'
import type { Reading } from '@/lib/corpora/model'
import { canonicalNerGold, isCanonical } from '@/lib/tasks/ner/gold'

type Outcome = { instances: Reading['instances']; faults: readonly Fault[] }

/** Keys with a meaning here or none for gold: they are not kept beside the instance. */
const used = new Set('text tokens relations answer options versions config __proto__'.split(' '))

const NONE: readonly never[] = []

/**
 * A record with a text and a list of its spans becomes an instance, or is refused with the place that is wrong. The first of the
 * keys that holds a list counts. Overlapping and nested spans are kept.
 */
export function mapSpans(value: unknown, place: RecordPlace, keys: readonly string[]): Reading {
  const { instances, faults } = readRecord(value, place.written, keys)
  return { instances, issues: reportFaults(faults, place) }
}

// Runs for every line of a large file: what is not needed for a good line is made only for a bad one.
function readRecord(value: unknown, written: string, keys: readonly string[]): Outcome {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(NOT_AN_OBJECT)
  const record = value as Record<string, unknown>
  if (record.answer === 'reject' || record.answer === 'ignore') return refuse(putAside(record.answer))
  const key = keys.find((name) => Array.isArray(record[name]))
  if (key === undefined && !isAcceptedEmpty(record, keys)) return refuse(noGold(record, keys))
  const read = readSpans(record.text, key === undefined ? NONE : (record[key] as unknown[]), key)
  if (!('spans' in read)) return { instances: NONE, faults: read.faults }
  const { text, spans } = read
  const canonical = isCanonical(spans) ? spans : canonicalNerGold(spans).spans
  const { meta, faults } = keepExtras(record, { used, goldKey: key, written })
  const labels = canonical.map(({ label }) => label)
  const gold = { spans: canonical }
  const instances = [meta ? { text, gold, labels, meta } : { text, gold, labels }]
  const isTwice = canonical.length < spans.length
  return { instances, faults: faultsOf(record, { key, keys, isTwice, faults }) }
}

function faultsOf(
  record: Record<string, unknown>,
  given: { key: string | undefined; keys: readonly string[]; isTwice: boolean; faults: readonly Fault[] },
): readonly Fault[] {
  const { key, keys, isTwice, faults } = given
  const rival = keys.find((name) => name !== key && isList(record[name]))
  if (key !== undefined && !rival && !isTwice) return faults
  const own: Fault[] = []
  if (key === undefined) own.push(GOLD_ACCEPTED_EMPTY)
  if (key !== undefined && rival) own.push(severalGolds(key, rival))
  if (isTwice) own.push(SPAN_TWICE)
  return [...own, ...faults]
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0
}

function refuse(fault: Fault): Outcome {
  return { instances: NONE, faults: [fault] }
}

const NOT_AN_OBJECT = error(
  'not-an-object',
  'This is JSON but no object: {"text": …, "spans": […]} is expected.',
)
const GOLD_ACCEPTED_EMPTY = warning(
  'gold-accepted-empty',
  'There are no spans, but the annotator accepted the text. It was read as holding no entity.',
)
const SPAN_TWICE = warning('span-twice', 'The same span stands here twice. It was kept once.')

/** What people put aside in Prodigy carries no gold. */
export function putAside(answer: 'reject' | 'ignore'): Fault {
  return warning(`answer-${answer}`, `The annotator's answer is “${answer}”. The line was left out.`)
}

function isAcceptedEmpty(record: Record<string, unknown>, keys: readonly string[]): boolean {
  return record.answer === 'accept' && keys.every((key) => (record[key] ?? null) === null)
}

function noGold(record: Record<string, unknown>, keys: readonly string[]): Fault {
  const odd = keys.find((key) => (record[key] ?? null) !== null)
  if (odd) return error('gold-not-list', `“${odd}” is not a list of spans.`, { keys: odd })
  const names = keys.map((key) => `“${key}”`)
  return error(
    'gold-missing',
    `There is no ${names.slice(0, -1).join(', ')} or ${names.at(-1)}: a text that nobody labelled is not gold.`,
    { keys: keys.join(', ') },
  )
}

function severalGolds(key: string, rival: string): Fault {
  return warning('several-golds', `Both “${key}” and “${rival}” hold a list. “${key}” was read.`, {
    keys: `${key}, ${rival}`,
  })
}
