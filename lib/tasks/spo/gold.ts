import { type Entity, type ReGold, reGoldSchema } from '@/lib/tasks/re/gold'

/** Triples are read from the gold of relations. */
export const spoGoldSchema = reGoldSchema

/** A relation with both of its ends. */
export type Triple = { predicate: string; subject: Entity; object: Entity }

/** The relations of a gold as triples, in its order. */
export function triplesIn({ entities, relations }: ReGold): Triple[] {
  return relations.map(({ type, head, tail }) => ({
    predicate: type,
    subject: entities[head]!,
    object: entities[tail]!,
  }))
}
