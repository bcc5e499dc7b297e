import { PAIR_ARROW } from '@/lib/artifacts/kinds/guideline/content'
import type { SecondLook, Surveyed } from '@/lib/artifacts/kinds/guideline/mining/form-miner'
import { placesOf } from '@/lib/artifacts/kinds/guideline/mining/read-gold'
import type { ReGold } from '@/lib/tasks/re/gold'

/** The pairs of a text grow with the square of its entities. */
const MOST_ENTITIES = 40
const MOST_TYPES = 3

/** Finds pairs whose types a relation often joins, and which carry no relation at all. */
export function lookForUnrelated({ survey, labels }: Surveyed): SecondLook {
  const labelsOf = new Map<string, string[]>()
  for (const label of labels)
    for (const types of survey.countsOf(label, 'types').top(MOST_TYPES))
      labelsOf.set(types, [...(labelsOf.get(types) ?? []), label])
  return ({ text, gold }, _items, find) => {
    const { entities, relations } = gold as ReGold
    if (entities.length > MOST_ENTITIES || labelsOf.size === 0) return
    const related = new Set(relations.flatMap(({ head, tail }) => [`${head} ${tail}`, `${tail} ${head}`]))
    const place = placesOf(text)
    for (const [from, head] of entities.entries())
      for (const [to, tail] of entities.entries()) {
        // Of two things of one type either could be the head: the pair counts once.
        if (from === to || (head.label === tail.label && from > to) || related.has(`${from} ${to}`)) continue
        const found = labelsOf.get(`${head.label}\t${tail.label}`)
        if (!found || (head.start < tail.end && tail.start < head.end)) continue
        const { start, end, mention } = place(head)
        const pair = { start, end, mention: `${mention}${PAIR_ARROW}${place(tail).mention}`, tail }
        for (const label of found)
          find(label, { section: 'unrelated', key: `${head.label}\t${tail.label}`, place: pair })
      }
  }
}
