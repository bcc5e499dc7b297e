import { placesOf, type UnitSpan } from '@/lib/artifacts/kinds/guideline/mining/read-gold'
import type { Filler } from '@/lib/artifacts/kinds/guideline/mining/roles/look-at-roles'
import { describedIn } from '@/lib/tasks/kg/gold'
import type { ReGold } from '@/lib/tasks/re/gold'

export type EntityItem = UnitSpan & { fillers: Filler[] }

/** The entities that have a type, each with its properties. */
export function entityItems({ text, gold }: { text: string; gold: unknown }): EntityItem[] {
  const place = placesOf(text)
  return describedIn(gold as ReGold).map(({ entity, properties }) => ({
    label: entity.label,
    ...place(entity),
    span: entity,
    fillers: properties.map(({ field, value }): Filler => {
      if (typeof value === 'string') return { role: field, mention: value, place: null }
      return { role: field, mention: place(value).mention, place: { start: value.start, end: value.end } }
    }),
  }))
}
