import { z } from 'zod'
import { codePointLength } from '@/lib/tasks/model'
import {
  canonicalExtent,
  compareExtents,
  extentFaults,
  extentShape,
  fragmentSchema,
  labelSchema,
  wellFragmented,
} from '@/lib/tasks/ner/gold'

/** What a source says of a thing besides its words: one value or several under each name. */
export const attributesSchema = z.record(labelSchema, z.union([z.string(), z.array(z.string()).min(1)]))
export type Attributes = z.infer<typeof attributesSchema>

/** A thing that relations connect. Its label is empty where the source gives no type. */
export const entitySchema = wellFragmented(
  z.object({
    ...extentShape,
    label: z.string().max(200),
    /** Further mentions of the same thing. */
    also: z.array(fragmentSchema).min(1).optional(),
    attributes: attributesSchema.optional(),
  }),
)
export type Entity = z.infer<typeof entitySchema>

const indexSchema = z.number().int().nonnegative()

/** From one entity to another, by their indexes. */
export const relationSchema = z.object({ type: labelSchema, head: indexSchema, tail: indexSchema })
export type Relation = z.infer<typeof relationSchema>

/** Gold of relation extraction: entities as spans are ordered, relations by their ends. Two ends may have several relations. */
export const reGoldSchema = z.object({ entities: z.array(entitySchema), relations: z.array(relationSchema) })
export type ReGold = z.infer<typeof reGoldSchema>

/** Canonical gold: sorted, exact duplicates made one, only the known keys, the indexes of relations moved along. */
export function canonicalReGold({ entities, relations }: ReGold): ReGold {
  const written = entities.map((entity, from) => ({ from, entity: canonicalEntity(entity) }))
  written.sort((a, b) => compareEntities(a.entity, b.entity))
  const kept: Entity[] = []
  const moved = new Map<number, number>()
  for (const { from, entity } of written) {
    if (!kept.length || compareEntities(kept.at(-1)!, entity) !== 0) kept.push(entity)
    moved.set(from, kept.length - 1)
  }
  return { entities: kept, relations: canonicalRelations(relations, moved) }
}

function canonicalRelations(relations: readonly Relation[], moved: ReadonlyMap<number, number>): Relation[] {
  return relations
    .map(({ type, head, tail }) => ({
      type,
      head: moved.get(head) ?? head,
      tail: moved.get(tail) ?? tail,
    }))
    .sort(compareRelations)
    .filter((relation, at, all) => at === 0 || compareRelations(relation, all[at - 1]!) !== 0)
}

function canonicalEntity(entity: Entity): Entity {
  const also = distinctBy(entity.also ?? [], ([start, end]) => `${start} ${end}`).sort(
    (a, b) => a[0] - b[0] || a[1] - b[1],
  )
  return {
    ...canonicalExtent(entity),
    label: entity.label,
    ...(also.length ? { also: also.map(([start, end]): [number, number] => [start, end]) } : {}),
    ...canonicalAttributes(entity.attributes),
  }
}

/** The key `attributes` with its names and values in order and none twice; nothing where there is none. */
export function canonicalAttributes(attributes: Attributes = {}): { attributes?: Attributes } {
  const entries = Object.entries(attributes)
    .map(([name, value]) => [name, [...new Set([value].flat())].sort()] as const)
    .filter(([, values]) => values.length)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, values]) => [name, values.length > 1 ? values : values[0]!])
  return entries.length ? { attributes: Object.fromEntries(entries) } : {}
}

function distinctBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()]
}

function compareEntities(a: Entity, b: Entity): number {
  return compareExtents(a, b) || compareText(a.label, b.label) || compareText(restOf(a), restOf(b))
}

const restOf = ({ also, attributes }: Entity) =>
  also || attributes ? JSON.stringify([also, attributes && Object.entries(attributes)]) : ''

function compareRelations(a: Relation, b: Relation): number {
  return a.head - b.head || a.tail - b.tail || compareText(a.type, b.type)
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What in the gold does not fit its text, or points nowhere. */
export function reFaults(text: string, { entities, relations }: ReGold): string[] {
  const length = codePointLength(text)
  const ends = (relation: Relation, at: number) =>
    (['head', 'tail'] as const)
      .filter((end) => !entities[relation[end]])
      .map((end) => `relations[${at}].${end}: there is no entity ${relation[end]}.`)
  return [
    ...entities.flatMap((entity, at) => entityFaults(entity, { place: `entities[${at}]`, length })),
    ...relations.flatMap((relation, at) => [
      ...(relation.type.trim() ? [] : [`relations[${at}]: its type is empty.`]),
      ...ends(relation, at),
    ]),
  ]
}

function entityFaults(entity: Entity, { place, length }: { place: string; length: number }): string[] {
  const also = entity.also ?? []
  return [
    ...extentFaults(entity, { place, length }),
    ...also.flatMap(([start, end], at) =>
      extentFaults({ start, end }, { place: `${place}.also[${at}]`, length }),
    ),
    ...(entity.label && !entity.label.trim() ? [`${place}: its label is nothing but space.`] : []),
    ...attributeFaults(entity.attributes, place),
  ]
}

export function attributeFaults(attributes: Attributes = {}, place: string): string[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    if (!name.trim()) return [`${place}: an attribute has no name.`]
    return [value].flat().every((one) => one.trim()) ? [] : [`${place}: its attribute “${name}” is empty.`]
  })
}
