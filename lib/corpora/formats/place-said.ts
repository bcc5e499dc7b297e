import { findMentions, type MentionFinder } from '@/lib/corpora/formats/find-mentions'
import type { Said } from '@/lib/corpora/formats/read-task-answer'
import type { Fault } from '@/lib/corpora/formats/report-faults'
import type { Annotation } from '@/lib/corpora/formats/shape-gold'
import type { Event } from '@/lib/tasks/ee/gold'
import type { Offsets } from '@/lib/tasks/model'
import type { Entity, Relation } from '@/lib/tasks/re/gold'

/** Puts all that is said of a text where its words stand. What stands nowhere is left out and told. */
export function placeSaid(text: string, said: Said): { annotation: Annotation; faults: readonly Fault[] } {
  const finder = findMentions(text)
  const entities = said.entities && placeEntities(said.entities, finder)
  const linked = said.relations && placeRelations(said.relations, { finder, known: entities ?? [] })
  const events = said.events && placeEvents(said.events, finder)
  const annotation = {
    entities: linked?.entities ?? entities ?? [],
    marksEntities: entities !== null,
    relations: linked?.relations ?? null,
    events,
  }
  return { annotation, faults: finder.faults }
}

/** Equal words of one label stand one after the other; another label may take the same places. */
function placeEach<One extends { words: string; name: string }>(
  all: readonly One[],
  { labelOf, finder }: { labelOf: (one: One) => string; finder: MentionFinder },
): Map<One, Offsets | null> {
  const places = new Map<One, Offsets | null>()
  for (const label of new Set(all.map(labelOf))) {
    const own = all.filter((one) => labelOf(one) === label)
    for (const [i, place] of finder.each(own).entries()) places.set(own[i]!, place)
  }
  return places
}

function placeEntities(all: NonNullable<Said['entities']>, finder: MentionFinder): Entity[] {
  const places = placeEach(all, { labelOf: ({ label }) => label, finder })
  return all.flatMap((one) => {
    const place = places.get(one)
    if (!place) return []
    const filled = Object.entries(one.attributes ?? {}).filter(([, values]) => values.length > 0)
    const entity: Entity = { ...place, label: one.label }
    return filled.length > 0 ? [{ ...entity, attributes: Object.fromEntries(filled) }] : [entity]
  })
}

/** Words of one type are one thing, which stands where they stand first. */
function placeRelations(
  all: NonNullable<Said['relations']>,
  { finder, known }: { finder: MentionFinder; known: readonly Entity[] },
): { entities: Entity[]; relations: Relation[] } {
  const entities = [...known]
  const indexes = new Map<string, number | null>()
  const indexOf = ({ words, label, name }: { words: string; label: string; name: string }) => {
    const key = JSON.stringify([words, label])
    const before = indexes.get(key)
    if (before !== undefined) return before
    const place = finder.first({ words, name })
    const index = place ? entities.push({ ...place, label }) - 1 : null
    indexes.set(key, index)
    return index
  }
  const relations = all.flatMap(({ type, head, tail }) => {
    const [from, to] = [indexOf(head), indexOf(tail)]
    return from === null || to === null ? [] : [{ type, head: from, tail: to }]
  })
  return { entities, relations }
}

function placeEvents(all: NonNullable<Said['events']>, finder: MentionFinder): Event[] {
  const triggers = all.flatMap(({ type, trigger }) => (trigger ? [{ ...trigger, type, trigger }] : []))
  const places = placeEach(triggers, { labelOf: ({ type }) => type, finder })
  const placeOf = new Map(triggers.map((one) => [one.trigger, places.get(one) ?? null]))
  return all.map(({ type, trigger, arguments: given }) => ({
    type,
    trigger: trigger && placeOf.get(trigger)!,
    arguments: given.flatMap(({ role, words, name }) => {
      const place = finder.first({ words, name })
      return place ? [{ role, ...place }] : []
    }),
  }))
}
