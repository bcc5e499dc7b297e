import { isObject } from '@/lib/corpora/formats/model'

type Row = Record<string, unknown>

/** Label Studio's short export (JSON-MIN) has no annotations: the answers stand beside the data, under the names of the questions. */
export function isShort(record: Row): boolean {
  return 'annotation_id' in record && !('annotations' in record) && !('data' in record)
}

/** A task of the short export as the full one writes it; other records as they are. `chosen`: keys whose strings are answers. */
export function taskOf(record: Row, chosen: readonly string[] = []): Row {
  if (!isShort(record)) return record
  const entries = Object.entries(record)
  const answers = entries.filter(([key, value]) => chosen.includes(key) || isAnswer(value))
  const keys = new Set(answers.map(([key]) => key))
  const result = answers.flatMap(([key, value]) => regionsOf(key, value))
  const data = Object.fromEntries(entries.filter(([key]) => !keys.has(key) && !own.has(key)))
  return { id: record.id, data, annotations: [{ result }] }
}

const own = new Set(
  'id annotator annotation_id created_at updated_at lead_time agreement task_id annotations_results'.split(
    ' ',
  ),
)
const types = ['choices', 'taxonomy', 'rating', 'text'] as const

/** Strings of a task that come again and again are choices, not data. */
export function chosenKeys(records: readonly Row[]): string[] {
  const short = records.filter(isShort)
  const keys = new Set(short.flatMap(Object.keys).filter((key) => !own.has(key)))
  const lengthOf = (key: string) =>
    short.reduce((sum, one) => sum + (typeof one[key] === 'string' ? one[key].length : 0), 0)
  const longest = [...keys].toSorted((a, b) => lengthOf(b) - lengthOf(a))[0]
  return [...keys].filter((key) => {
    const values = short.map((one) => one[key]).filter((value) => typeof value === 'string')
    const isData = key === 'text' || key === longest || values.some((value) => value.length > LONGEST_CHOICE)
    return !isData && values.length > 0 && new Set(values).size * 2 <= values.length
  })
}

const LONGEST_CHOICE = 100

function isAnswer(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(isAnswer)
  return isObject(value) && typeOf(value) !== undefined
}

function typeOf(value: Row): string | undefined {
  const labels = Object.keys(value).find((key) => key.endsWith('labels') && Array.isArray(value[key]))
  return labels ?? types.find((type) => Array.isArray(value[type]) || (type === 'rating' && type in value))
}

function regionsOf(from_name: string, value: unknown): Row[] {
  if (Array.isArray(value)) return value.flatMap((one) => regionsOf(from_name, one))
  if (!isObject(value)) return [{ from_name, type: 'choices', value: { choices: [value] } }]
  const type = typeOf(value)!
  return [{ from_name, type: type === 'text' ? 'textarea' : type, value }]
}
