import { comparePlaces } from '@/lib/formats/list-entries'
import { type Carriage, type ItemOrder, shown } from '@/lib/formats/model'
import type { Lowered } from '@/lib/tasks/model'

/** Do the items of each group stand in the order of the text, so that it can be restored? */
export function checkOrder({ answer, places }: Lowered, order: ItemOrder): Carriage {
  if (order === 'by-group') return { carries: true }
  for (const [at, { label, items }] of answer.entries()) {
    const own = items.map((_, i) => places[at]?.[i] ?? null)
    if (own.some((place) => !place?.length))
      return { carries: false, why: `an item of ${shown(label)} has no place in the text to order it by` }
    if (own.some((place, i) => i > 0 && comparePlaces(own[i - 1]!, place) > 0))
      return { carries: false, why: `the items of ${shown(label)} are not in the order of the text` }
  }
  return { carries: true }
}
