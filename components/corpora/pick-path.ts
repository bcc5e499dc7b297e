import { parsePath, type Step, writePath } from '@/lib/corpora/formats/mapping/gather/model'
import { type Mapping, type MappingGroup, readField, writeField } from '@/lib/corpora/formats/mapping/schema'

/** The keys and places on the way to a value that was chosen in a record. */
export type Way = readonly (string | number)[]

/** Fields that take every value of a list, where others take the one that was chosen. */
const many = new Set([
  ...['labels', 'tokens', 'tuples.others', 'events.argument'],
  ...['questions.answers', 'questions.start', 'questions.options', 'questions.correct'],
])
const ofArgument = new Set(['role', 'argument', 'argumentStart', 'argumentEnd'])

/** The mapping once a value of a sample record was chosen for a field; a list that it is in is found on the way. */
export function pickPath(
  mapping: Mapping,
  address: string,
  { record, way }: { record: unknown; way: Way },
): Mapping {
  const [group, field] = address.split('.') as [MappingGroup, string?]
  const written = (steps: readonly Step[]) => writePath(many.has(address) ? everyItem(steps) : steps) || '.'
  if (field === undefined) return writeField(mapping, address, written(way))
  if (field === 'list') return writeField(mapping, address, listPath(way, record))
  const inside = ofArgument.has(field)
    ? stepsAt(mapping, `${group}.list`, 'events.arguments')
    : stepsAt(mapping, `${group}.list`)
  const rest = below(way, inside)
  if (rest)
    return writeField(
      mapping,
      address,
      field === 'arguments' ? writePath(everyItem(rest, true)) : written(rest),
    )
  const list = listOf(way, record)
  const placed = writeField(mapping, `${group}.list`, writePath(everyItem(way.slice(0, list))))
  return writeField(placed, address, written(way.slice(list)))
}

function stepsAt(mapping: Mapping, ...addresses: string[]): Step[] {
  return addresses.flatMap((address) => parsePath(readField(mapping, address) ?? '') ?? [])
}

/** What is left of a way below a path; null where it does not lead there. */
function below(way: Way, path: readonly Step[]): Way | null {
  const fits = path.every((step, at) => (typeof step === 'object' ? way[at] !== undefined : way[at] === step))
  return fits && way.length >= path.length && (path.length > 0 || !way.some(isNumber))
    ? way.slice(path.length)
    : null
}

/** How far the way leads to an item of a list that holds more than one value; 0 where there is no such list. */
function listOf(way: Way, record: unknown): number {
  let value = record
  let found = 0
  for (const [at, key] of way.entries()) {
    value = (value as Record<string | number, unknown> | null)?.[key]
    if (typeof key === 'number' && typeof value === 'object' && value !== null) found = at + 1
  }
  return found
}

function listPath(way: Way, record: unknown): string {
  const found = listOf(way, record)
  return found > 0 ? writePath(everyItem(way.slice(0, found))) : `${writePath(everyItem(way))}[]`
}

/** Every item of the lists on the way; where the way ends at a list itself, `open` takes its items too. */
function everyItem(steps: readonly Step[], open = false): Step[] {
  const every: Step[] = steps.map((step) => (isNumber(step) ? { every: 'item' } : step))
  return open && typeof every.at(-1) === 'string' ? [...every, { every: 'item' }] : every
}

function isNumber(step: Step): step is number {
  return typeof step === 'number'
}
