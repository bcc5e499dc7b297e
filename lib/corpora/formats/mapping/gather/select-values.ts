import { parsePath, type Selected, type Step } from '@/lib/corpora/formats/mapping/gather/model'
import { isObject } from '@/lib/corpora/formats/model'

const parsed = new Map<string, readonly Step[]>()
const KEPT_PATHS = 1_000

/** The values at a path below a value, none where there is nothing. A string that is JSON is read where a path leads into it. */
export function selectValues(from: Selected, path: string | undefined): Selected[] {
  if (path === undefined || path === '.') return path === undefined ? [] : [from]
  if (path.startsWith('@')) return metKey(from, Number(path.slice(1)))
  let found = [from]
  for (const step of stepsOf(path)) found = found.flatMap((one) => takeStep(one, step))
  return found.filter(({ value }) => value !== undefined && value !== null)
}

/** The same, and what is a list there taken item by item. */
export function selectItems(from: Selected, path: string | undefined): Selected[] {
  return selectValues(from, path).flatMap((one) =>
    Array.isArray(one.value) ? takeStep(one, { every: 'item' }) : [one],
  )
}

/** The first value at a path as words; a number or a truth value is written out. Undefined: there are none. */
export function selectWords(from: Selected, path: string | undefined): string | undefined {
  return wordsOf(selectValues(from, path)[0]?.value)
}

export function wordsOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

function metKey({ met, place }: Selected, number: number): Selected[] {
  const value = met[number - 1]
  return value === undefined ? [] : [{ value, place, met }]
}

function stepsOf(path: string): readonly Step[] {
  const known = parsed.get(path)
  if (known) return known
  const steps = parsePath(path) ?? []
  if (parsed.size < KEPT_PATHS) parsed.set(path, steps)
  return steps
}

function takeStep(from: Selected, step: Step): Selected[] {
  const value = openJson(from.value)
  const { place, met } = from
  const below = (key: string | number, inner: unknown, isMet: boolean): Selected => ({
    value: inner,
    place: typeof key === 'number' ? `${place}[${key}]` : place === '' ? key : `${place}.${key}`,
    met: isMet ? [...met, key] : met,
  })
  if (typeof step === 'object') {
    if (Array.isArray(value)) return value.map((inner, at) => below(at, inner, true))
    if (step.every === 'item' || !isObject(value)) return []
    return Object.entries(value).map(([key, inner]) => below(key, inner, true))
  }
  if (typeof step === 'number') return Array.isArray(value) ? [below(step, value[step], false)] : []
  return isObject(value) && Object.hasOwn(value, step) ? [below(step, value[step], false)] : []
}

function openJson(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
