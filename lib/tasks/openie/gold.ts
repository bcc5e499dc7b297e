import { z } from 'zod'
import { codePointLength, sliceCodePoints } from '@/lib/tasks/model'

/** Words of a tuple; with offsets (code points, half-open) where they stand in the text as they are. */
export const openPartSchema = z
  .object({
    text: z.string().min(1),
    start: z.number().int().nonnegative().optional(),
    end: z.number().int().positive().optional(),
  })
  .refine(({ start, end }) => (start === undefined) === (end === undefined), {
    message: 'An offset stands alone: give both start and end, or neither',
  })
export type OpenPart = z.infer<typeof openPartSchema>

/** One statement: a predicate and its arguments in order, the subject first. Two to seven parts in all. */
export const openTupleSchema = z.object({
  predicate: openPartSchema,
  arguments: z.array(openPartSchema).min(1).max(6),
})
export type OpenTuple = z.infer<typeof openTupleSchema>

/** Gold of open information extraction: tuples in canonical order, none twice. */
export const openieGoldSchema = z.object({ tuples: z.array(openTupleSchema) })
export type OpenieGold = z.infer<typeof openieGoldSchema>

/** By the place of the predicate, then by its words, then argument by argument; words without a place come last. */
export function compareTuples(a: OpenTuple, b: OpenTuple): number {
  const [ours, theirs] = [partsOf(a), partsOf(b)]
  for (const [i, part] of ours.entries()) {
    const other = theirs[i]
    const order = other ? compareParts(part, other) : 1
    if (order !== 0) return order
  }
  return ours.length - theirs.length
}

export function canonicalOpenieGold({ tuples }: OpenieGold): OpenieGold {
  const sorted = tuples
    .map((tuple) => ({ predicate: bare(tuple.predicate), arguments: tuple.arguments.map(bare) }))
    .sort(compareTuples)
  return { tuples: sorted.filter((tuple, i) => i === 0 || compareTuples(tuple, sorted[i - 1]!) !== 0) }
}

/** What in the gold does not fit its text. */
export function openieFaults(text: string, { tuples }: OpenieGold): string[] {
  const length = codePointLength(text)
  return tuples.flatMap((tuple, at) =>
    partsOf(tuple).flatMap((part, i) => {
      const place = `tuples[${at}].${i === 0 ? 'predicate' : `arguments[${i - 1}]`}`
      return partFaults(part, { place, text, length })
    }),
  )
}

function partFaults(part: OpenPart, of: { place: string; text: string; length: number }): string[] {
  if (part.text.trim() === '') return [`${of.place}: it has no words.`]
  const { start, end } = part
  if (start === undefined || end === undefined) return []
  if (start >= end) return [`${of.place}: it starts at ${start} and ends at ${end}, which is no text.`]
  if (end > of.length) return [`${of.place}: it ends at ${end}, and the text has ${of.length} characters.`]
  return sliceCodePoints(of.text, start, end) === part.text
    ? []
    : [`${of.place}: the text has other words from ${start} to ${end} than it says.`]
}

function partsOf(tuple: OpenTuple): OpenPart[] {
  return [tuple.predicate, ...tuple.arguments]
}

function compareParts(a: OpenPart, b: OpenPart): number {
  const [ours, theirs] = [a.start ?? Number.MAX_SAFE_INTEGER, b.start ?? Number.MAX_SAFE_INTEGER]
  if (ours !== theirs) return ours - theirs
  return (a.end ?? 0) - (b.end ?? 0) || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)
}

function bare({ text, start, end }: OpenPart): OpenPart {
  return start === undefined || end === undefined ? { text } : { text, start, end }
}
