import { z } from 'zod'
import { codePointLength, codePointUnits, isFlat, type Offsets } from '@/lib/tasks/model'

/** A part of a place in a text: `[start, end)`. */
export type Fragment = [start: number, end: number]

/**
 * A place in a text. One of several fragments reaches from the first to the last of them; they are at least two, in order and
 * apart from each other. Offsets are Unicode code points, half-open.
 */
export type Extent = Offsets & { fragments?: Fragment[] | undefined }

const startSchema = z.number().int().nonnegative()
const endSchema = z.number().int().positive()
export const labelSchema = z.string().min(1).max(200)
export const fragmentSchema = z.tuple([startSchema, endSchema])
export const extentShape = {
  start: startSchema,
  end: endSchema,
  fragments: z.array(fragmentSchema).min(2).optional(),
}

/** A schema that refuses fragments which contradict their extent, or each other. */
export function wellFragmented<Schema extends z.ZodType<Extent>>(schema: Schema): Schema {
  return schema.refine((extent) => !extent.fragments || isWellFragmented(extent), {
    message: 'The fragments are not in order, apart from each other, and from start to end',
    path: ['fragments'],
  })
}

/** One mention. */
export const nerSpanSchema = wellFragmented(z.object({ ...extentShape, label: labelSchema }))
export type NerSpan = z.infer<typeof nerSpanSchema>

/** Gold of named entity recognition: spans in canonical order (start, longer first, label), none twice. Nesting is kept. */
export const nerGoldSchema = z.object({ spans: z.array(nerSpanSchema) })
export type NerGold = z.infer<typeof nerGoldSchema>

export function compareSpans(a: NerSpan, b: NerSpan): number {
  return (
    a.start - b.start ||
    b.end - a.end ||
    (a.label < b.label ? -1 : a.label > b.label ? 1 : 0) ||
    (a.fragments || b.fragments ? compareFragments(a.fragments, b.fragments) : 0)
  )
}

/** By start, the longer first, in one piece before in several. */
export function compareExtents(a: Extent, b: Extent): number {
  return a.start - b.start || b.end - a.end || compareFragments(a.fragments, b.fragments)
}

/** In one piece before in several, then piece by piece. */
function compareFragments(ours: readonly Fragment[] = [], theirs: readonly Fragment[] = []): number {
  for (const [at, [start, end]] of ours.entries()) {
    const other = theirs[at]
    if (!other) return 1
    if (start !== other[0] || end !== other[1]) return start - other[0] || end - other[1]
  }
  return ours.length - theirs.length
}

/** Canonical gold: sorted, exact duplicates dropped, only the known keys, touching fragments joined. */
export function canonicalNerGold(spans: readonly NerSpan[]): NerGold {
  const sorted = spans.map(canonicalSpan).sort(compareSpans)
  return { spans: sorted.filter((span, i) => i === 0 || compareSpans(span, sorted[i - 1]!) !== 0) }
}

function canonicalSpan({ start, end, label, fragments }: NerSpan): NerSpan {
  return fragments ? { ...canonicalExtent({ start, end, fragments }), label } : { start, end, label }
}

/** Is the order canonical already, and no span there twice? Most gold is written so. */
export function isCanonical(spans: readonly NerSpan[]): boolean {
  for (let i = 0; i < spans.length; i++) {
    if (i > 0 && compareSpans(spans[i - 1]!, spans[i]!) >= 0) return false
    if (spans[i]!.fragments && !isWellFragmented(spans[i]!)) return false
  }
  return true
}

/** Fragments in order, those joined that touch; where that leaves one, an extent in one piece. */
export function canonicalExtent({ start, end, fragments }: Extent): Extent {
  if (!fragments?.length) return { start, end }
  const joined: Fragment[] = []
  for (const [from, to] of fragments.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  const whole = { start: joined[0]![0], end: joined.at(-1)![1] }
  return joined.length > 1 ? { ...whole, fragments: joined } : whole
}

function isWellFragmented({ start, end, fragments = [] }: Extent): boolean {
  let reached = -1
  for (const [from, to] of fragments) {
    if (from <= reached || to <= from) return false
    reached = to
  }
  return fragments.length > 1 && fragments[0]![0] === start && reached === end
}

/** The pieces of an extent: its fragments, or the whole of it. */
export function piecesOf({ start, end, fragments }: Extent): Offsets[] {
  return fragments ? fragments.map(([from, to]) => ({ start: from, end: to })) : [{ start, end }]
}

/** The words of a mention as they stand in its text; those of several fragments joined. */
export function mentionOf(text: string, extent: Extent): string {
  return readerOf(text).words(extent)
}

/** Reads places of one text; whoever reads several makes one reader. `unit` is the UTF-16 unit at a code point. */
export type Reader = { words(extent: Extent): string; unit(point: number): number }

export function readerOf(text: string): Reader {
  const units = isFlat(text) ? null : codePointUnits(text)
  const of = { text, units }
  return {
    unit: (point) => unitAt(of, point),
    words: ({ start, end, fragments }) =>
      fragments ? joinWords(fragments.map(([from, to]) => slice(of, from, to))) : slice(of, start, end),
  }
}

type Units = { text: string; units: Uint32Array | null }

const unitAt = ({ text, units }: Units, point: number) => (units ? (units[point] ?? text.length) : point)
const slice = (of: Units, start: number, end: number) => of.text.slice(unitAt(of, start), unitAt(of, end))

/** Words of fragments as one: with a space between them, but none between characters of Chinese or Japanese. */
export function joinWords(parts: readonly string[]): string {
  return parts.reduce(
    (said, part) => said + (ENDS_DENSE.test(said) && STARTS_DENSE.test(part) ? '' : ' ') + part,
  )
}

const ENDS_DENSE = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]$/u
const STARTS_DENSE = /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/u

/** What is wrong with an extent, at a place of the gold, in a text of so many code points. */
export function extentFaults(extent: Extent, { place, length }: { place: string; length: number }): string[] {
  const { start, end, fragments } = extent
  if (start < 0 || start >= end)
    return [`${place}: it starts at ${start} and ends at ${end}, which is no text.`]
  if (end > length) return [`${place}: it ends at ${end}, and the text has ${length} characters.`]
  if (!fragments || isWellFragmented(extent)) return []
  return [`${place}: its fragments are not in order, apart from each other, and from its start to its end.`]
}

/** What in the gold does not fit its text. */
export function nerFaults(text: string, { spans }: NerGold): string[] {
  const length = codePointLength(text)
  return spans.flatMap((span, at) => {
    const place = `spans[${at}]`
    const label = span.label.trim() ? [] : [`${place}: its label is empty.`]
    return [...extentFaults(span, { place, length }), ...label]
  })
}
