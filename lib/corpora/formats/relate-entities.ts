import { type Fault, warning } from '@/lib/corpora/formats/report-faults'
import type { NerSpan } from '@/lib/tasks/ner/gold'
import { canonicalReGold, type ReGold } from '@/lib/tasks/re/gold'

/** The gold of entities and the relations between them; what a relation joins is an entity too, whether or not it was listed. */
export function relateEntities(
  entities: readonly NerSpan[],
  relations: readonly { type: string; head: NerSpan; tail: NerSpan }[],
): { gold: ReGold; faults: readonly Fault[] } {
  const ends = relations.flatMap(({ head, tail }) => [head, tail])
  const gold = canonicalReGold({
    entities: [...entities, ...ends],
    relations: relations.map(({ type }, i) => {
      const head = entities.length + 2 * i
      return { type, head, tail: head + 1 }
    }),
  })
  return { gold, faults: gold.relations.length < relations.length ? [RELATION_TWICE] : [] }
}

const RELATION_TWICE = warning('relation-twice', 'The same relation stands here twice. It was kept once.')
