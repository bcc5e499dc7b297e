import { mergeSequences, type Stretch } from '@/components/reviews/conflict/merge-sequences'

/** What to take where both sides changed the same thing. */
export type Choice = 'mine' | 'theirs' | 'both'

/** A conflict has an id, by which it is chosen. */
export type Part<Item> =
  | Exclude<Stretch<Item>, { kind: 'conflict' }>
  | (Extract<Stretch<Item>, { kind: 'conflict' }> & { id: string })

/** One field that somebody changed. `text` is merged by words, `list` by entries, `value` is one thing or the other. */
export type MergedField = { path: string[]; id: string } & (
  | { shape: 'text'; parts: Part<string>[] }
  | { shape: 'list'; parts: Part<unknown>[] }
  | { shape: 'value'; parts: Part<unknown>[] }
)

type Three = { base: unknown; mine: unknown; theirs: unknown }

/** Every field that either side changed, in the order of the content, with what is merged by itself and what is not. */
export function mergeContents(of: Three, path: string[] = []): MergedField[] {
  const { base, mine, theirs } = of
  if (isSame(base, mine) && isSame(base, theirs)) return []
  if (isRecord(base) && isRecord(mine) && isRecord(theirs)) {
    const names = [...new Set([base, theirs, mine].flatMap((one) => Object.keys(one)))]
    return names.flatMap((name) =>
      mergeContents({ base: base[name], mine: mine[name], theirs: theirs[name] }, [...path, name]),
    )
  }
  const id = path.join('.')
  const field = { path, id }
  if (Array.isArray(base) && Array.isArray(mine) && Array.isArray(theirs))
    return [{ ...field, shape: 'list', parts: named(id, mergeLists({ base, mine, theirs })) }]
  if (typeof base === 'string' && typeof mine === 'string' && typeof theirs === 'string')
    return [{ ...field, shape: 'text', parts: named(id, mergeTexts({ base, mine, theirs })) }]
  return [{ ...field, shape: 'value', parts: named(id, [mergeValues(of)]) }]
}

/** The ids of what has to be chosen. */
export function conflictsIn(fields: readonly MergedField[]): string[] {
  return fields.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'conflict' ? [part.id] : [])))
}

/** The merged content. What nobody has chosen yet stays as it is in theirs. */
export function mergedContent<Content>(
  theirs: Content,
  fields: readonly MergedField[],
  choices: Readonly<Record<string, Choice>>,
): Content {
  return fields.reduce<unknown>(
    (content, field) => withValue(content, field.path, valueIn(field, choices)),
    theirs,
  ) as Content
}

function valueIn(field: MergedField, choices: Readonly<Record<string, Choice>>): unknown {
  if (field.shape === 'text')
    return field.parts.map((part) => chosenIn(part, choices, bothTexts).join('')).join('')
  const items = (field.parts as Part<unknown>[]).flatMap((part) => chosenIn(part, choices, bothLists))
  return field.shape === 'list' ? items : items[0]
}

function chosenIn<Item>(
  part: Part<Item>,
  choices: Readonly<Record<string, Choice>>,
  both: (theirs: Item[], mine: Item[]) => Item[],
): Item[] {
  if (part.kind !== 'conflict') return part.items
  const choice = choices[part.id] ?? 'theirs'
  return choice === 'both' ? both(part.theirs, part.mine) : part[choice]
}

/** Words run on: between two of a language with spaces stands one. */
export function bothTexts(theirs: string[], mine: string[]): string[] {
  const [first, second] = [theirs.join(''), mine.join('')]
  const touches = /[\p{L}\p{N}.,;:!?)]$/u.test(first) && /^[\p{L}\p{N}(]/u.test(second)
  const isHan = /\p{Script=Han}$|[。，；：！？）]$/u.test(first)
  return touches && !isHan ? [first, ' ', second] : [first, second]
}

function bothLists<Item>(theirs: Item[], mine: Item[]): Item[] {
  const known = new Set(theirs.map(nameOf))
  return [...theirs, ...mine.filter((item) => !known.has(nameOf(item)))]
}

type Lists = { base: unknown[]; mine: unknown[]; theirs: unknown[] }

function mergeLists(of: Lists): Stretch<unknown>[] {
  return mergeSequences(of, nameOf).flatMap((stretch) =>
    stretch.kind === 'conflict' ? withinLists(stretch) : [stretch],
  )
}

/** Entries that both sides only added are kept both. Lines that both changed are merged by words, where that goes. */
function withinLists(stretch: Lists): Stretch<unknown>[] {
  const { base, mine, theirs } = stretch
  const whole = { kind: 'conflict' as const, base, mine, theirs }
  if (base.length === 0)
    return [
      { kind: 'theirs', items: theirs },
      { kind: 'mine', items: bothLists(theirs, mine).slice(theirs.length) },
    ]
  if (mine.length !== base.length || theirs.length !== base.length) return [whole]
  return base.map((line, at) => {
    const one = { base: line, mine: mine[at], theirs: theirs[at] }
    if (isSame(one.base, one.mine)) return { kind: 'theirs', items: [one.theirs] }
    if (isSame(one.base, one.theirs)) return { kind: 'mine', items: [one.mine] }
    if (isSame(one.mine, one.theirs)) return { kind: 'alike', items: [one.mine] }
    const conflict = { kind: 'conflict' as const, base: [line], mine: [one.mine], theirs: [one.theirs] }
    if (!areTexts(one)) return conflict
    const words = mergeTexts(one)
    if (words.some(({ kind }) => kind === 'conflict')) return conflict
    return {
      kind: 'alike',
      items: [words.map((part) => ('items' in part ? part.items.join('') : '')).join('')],
    }
  })
}

function mergeTexts({
  base,
  mine,
  theirs,
}: {
  base: string
  mine: string
  theirs: string
}): Stretch<string>[] {
  const of = { base: wordsOf(base), mine: wordsOf(mine), theirs: wordsOf(theirs) }
  return mergeSequences(of, (word) => word)
}

function mergeValues({ base, mine, theirs }: Three): Stretch<unknown> {
  if (isSame(mine, theirs)) return { kind: 'alike', items: [mine] }
  if (isSame(base, mine)) return { kind: 'theirs', items: [theirs] }
  if (isSame(base, theirs)) return { kind: 'mine', items: [mine] }
  return { kind: 'conflict', base: [base], mine: [mine], theirs: [theirs] }
}

/** Words with what stands behind them, so that no text is compared by its spaces. Chinese has words too. */
function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (isWordLike || words.length === 0) words.push(segment)
    else words[words.length - 1] += segment
  }
  return words
}

const segmenter = new Intl.Segmenter(['en', 'zh'], { granularity: 'word' })

function named<Item>(field: string, parts: Stretch<Item>[]): Part<Item>[] {
  return parts
    .filter((part) => part.kind === 'conflict' || part.items.length > 0)
    .map((part, at) => (part.kind === 'conflict' ? { ...part, id: `${field}/${at}` } : part))
}

function withValue(content: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value
  const record = content as Record<string, unknown>
  return { ...record, [name]: withValue(record[name], rest, value) }
}

const nameOf = (value: unknown): string =>
  JSON.stringify(value, (_key, inner) =>
    isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  ) ?? ''

const isSame = (a: unknown, b: unknown): boolean => nameOf(a) === nameOf(b)

const areTexts = (of: Three): of is { base: string; mine: string; theirs: string } =>
  typeof of.base === 'string' && typeof of.mine === 'string' && typeof of.theirs === 'string'

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
