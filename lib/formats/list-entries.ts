import type { EmptyGroups, ItemOrder } from '@/lib/formats/model'
import type { AnswerItem, AskedLabel, AskedSchema, Lowered, Offsets } from '@/lib/tasks/model'

/** An item with what was asked about its group. No item: the group has none, and that is to be written. */
export type Entry = { asked: AskedLabel; item: AnswerItem | null }

/** The items of an answer one after the other, for carriers that write the label with each. */
export function listEntries(
  lowered: Lowered,
  schema: AskedSchema,
  { order, empty }: { order: ItemOrder; empty: EmptyGroups },
): Entry[] {
  const entries = schema.flatMap((asked, at): Placed[] => {
    const { items } = lowered.answer[at]!
    if (!items.length && empty === 'mark') return [{ asked, item: null, place: null }]
    return items.map((item, i) => ({ asked, item, place: lowered.places[at]?.[i] ?? null }))
  })
  if (order === 'by-appearance') entries.sort(({ place: a }, { place: b }) => comparePlaces(a, b))
  return entries
}

type Placed = Entry & { place: readonly Offsets[] | null }

/** By start, the longer first; what stands nowhere comes last. */
export function comparePlaces(a: readonly Offsets[] | null, b: readonly Offsets[] | null): number {
  if (!a?.length || !b?.length) return Number(!a?.length) - Number(!b?.length)
  return a[0]!.start - b[0]!.start || b.at(-1)!.end - a.at(-1)!.end
}
