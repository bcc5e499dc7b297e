import { type Fault, warning } from '@/lib/corpora/formats/report-faults'
import { compareSpans, type NerSpan } from '@/lib/tasks/ner/gold'

export type RelationGold = {
  entities: NerSpan[]
  relations: { type: string; head: number; tail: number }[]
}

/** Entities in canonical order, none twice, and the relations by places in it, none twice. What a relation joins is an entity. */
export function relateEntities(
  entities: readonly NerSpan[],
  relations: readonly { type: string; head: NerSpan; tail: NerSpan }[],
): { gold: RelationGold; faults: readonly Fault[] } {
  const joined = relations.flatMap(({ head, tail }) => [head, tail])
  const distinct = new Map([...entities, ...joined].sort(compareSpans).map((one) => [nameOf(one), one]))
  const places = new Map([...distinct.keys()].map((name, place) => [name, place]))
  const placed = relations.map(({ type, head, tail }) => ({
    type,
    head: places.get(nameOf(head))!,
    tail: places.get(nameOf(tail))!,
  }))
  placed.sort(compareRelations)
  const own = placed.filter((one, i) => i === 0 || compareRelations(one, placed[i - 1]!) !== 0)
  const spans = [...distinct.values()].map(({ start, end, label }) => ({ start, end, label }))
  const faults = own.length < placed.length ? [RELATION_TWICE] : []
  return { gold: { entities: spans, relations: own }, faults }
}

const RELATION_TWICE = warning('relation-twice', 'The same relation stands here twice. It was kept once.')

type Placed = RelationGold['relations'][number]

function nameOf({ start, end, label }: NerSpan): string {
  return `${start} ${end} ${label}`
}

function compareRelations(a: Placed, b: Placed): number {
  return a.head - b.head || a.tail - b.tail || (a.type < b.type ? -1 : a.type > b.type ? 1 : 0)
}
