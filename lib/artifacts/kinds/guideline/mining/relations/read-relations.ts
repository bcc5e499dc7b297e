import { PAIR_ARROW } from '@/lib/artifacts/kinds/guideline/content'
import { placesOf, type UnitSpan } from '@/lib/artifacts/kinds/guideline/mining/read-gold'
import type { Entity, ReGold } from '@/lib/tasks/re/gold'

/** An end of a relation in UTF-16 units. */
type End = { start: number; end: number; mention: string; entity: Entity }
/** A relation as an item: it stands at its head, and its words are those of both ends. */
export type RelationItem = UnitSpan & { from: End; to: End; tail: Entity }

export function relationItems({ text, gold }: { text: string; gold: unknown }): RelationItem[] {
  const { entities, relations } = gold as ReGold
  const place = placesOf(text)
  const ends = entities.map((entity): End => ({ ...place(entity), entity }))
  return relations.flatMap(({ type, head, tail }) => {
    const [from, to] = [ends[head], ends[tail]]
    if (!from || !to) return []
    const mention = `${from.mention}${PAIR_ARROW}${to.mention}`
    const { start, end } = from
    return [{ label: type, start, end, mention, span: from.entity, tail: to.entity, from, to }]
  })
}
