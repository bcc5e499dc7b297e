import { fieldBeside } from '@/lib/tasks/model'
import { type Entity, type ReGold, reGoldSchema } from '@/lib/tasks/re/gold'

/** Entities with their attributes are read from the gold of relations. */
export const kgGoldSchema = reGoldSchema

/** The field that every entity has. */
export const NAME = 'name'

/** A typed entity with all that is said of it: a property is a value, or another entity to which a relation leads. */
export type Described = { entity: Entity; properties: { field: string; value: string | Entity }[] }

/** The entities that have a type, in the order of the gold, each with its attributes and then its relations. */
export function describedIn({ entities, relations }: ReGold): Described[] {
  const typed = entities.map((entity) => ({ entity, properties: attributesOf(entity) }))
  for (const { type, head, tail } of relations)
    typed[head]?.properties.push({ field: fieldBeside(NAME, type), value: entities[tail]! })
  return typed.filter(({ entity }) => entity.label)
}

function attributesOf({ attributes = {} }: Entity): Described['properties'] {
  return Object.entries(attributes).flatMap(([name, value]) =>
    [value].flat().map((one) => ({ field: fieldBeside(NAME, name), value: one })),
  )
}

/** By type, every property that an entity of it has. */
export function propertiesIn(gold: ReGold): Map<string, string[]> {
  const fields = new Map<string, Set<string>>()
  for (const { entity, properties } of describedIn(gold)) {
    const known = fields.get(entity.label) ?? new Set()
    for (const { field } of properties) known.add(field)
    fields.set(entity.label, known)
  }
  return new Map([...fields].map(([type, known]) => [type, [...known]]))
}
