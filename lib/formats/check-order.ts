import { cannotCarry } from '@/lib/formats/cannot-carry'
import { comparePlaces } from '@/lib/formats/list-entries'
import type { Carriage, ItemOrder } from '@/lib/formats/model'
import type { Lowered } from '@/lib/tasks/model'

/** Do the items of each group stand in the order of the text, so that it can be restored? */
export function checkOrder({ answer, places }: Lowered, order: ItemOrder): Carriage {
  if (order === 'by-group') return { carries: true }
  for (const [at, { label, items }] of answer.entries()) {
    const own = items.map((_, i) => places[at]?.[i] ?? null)
    if (own.some((place) => !place?.length)) return cannotCarry('item-unplaced', { label })
    if (own.some((place, i) => i > 0 && comparePlaces(own[i - 1]!, place) > 0))
      return cannotCarry('items-unordered', { label })
  }
  return { carries: true }
}
