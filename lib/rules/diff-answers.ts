import type { PlacedItem } from '@/lib/rules/keep-items'
import type { Lowered } from '@/lib/tasks/model'

/** What differs under a label: the items that are gone, and those that are new. Where only the order differs, all of them. */
export type AnswerChange = { label: string; before: PlacedItem[]; after: PlacedItem[] }

/** What a rule changed in an answer, label by label; labels that are the same are left out. */
export function diffAnswers(before: Lowered, after: Lowered): AnswerChange[] {
  const [ours, theirs] = [groupsOf(before), groupsOf(after)]
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((label) => {
    const [old, now] = [ours.get(label) ?? [], theirs.get(label) ?? []]
    const gone = without(old, now)
    const added = without(now, old)
    if (gone.length || added.length) return [{ label, before: gone, after: added }]
    return old.some((item, at) => keyOf(item) !== keyOf(now[at]!)) ? [{ label, before: old, after: now }] : []
  })
}

function groupsOf({ answer, places }: Lowered): Map<string, PlacedItem[]> {
  return new Map(
    answer.map(({ label, items }, at) => [
      label,
      items.map((item, i) => ({ item, place: places[at]?.[i] ?? null })),
    ]),
  )
}

/** An item at another place is another item; a record has no place but what it says. */
const keyOf = ({ item, place }: PlacedItem) => JSON.stringify([item, place])

/** The items that the others do not have, each of the others counted once. */
function without(items: readonly PlacedItem[], others: readonly PlacedItem[]): PlacedItem[] {
  const counts = new Map<string, number>()
  for (const other of others) counts.set(keyOf(other), (counts.get(keyOf(other)) ?? 0) + 1)
  return items.filter((item) => {
    const left = counts.get(keyOf(item)) ?? 0
    counts.set(keyOf(item), left - 1)
    return left <= 0
  })
}
