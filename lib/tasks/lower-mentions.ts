import type { AskedSchema, Lowered, Offsets } from '@/lib/tasks/model'

/** Words of a text under a label, with the pieces of the text that they are made of. */
export type FoundMention = { label: string; words: string; pieces: readonly Offsets[] }

/** An answer of strings: every asked label with the words found for it, in their order, one item for each that was found. */
export function lowerMentions(found: readonly FoundMention[], groups: AskedSchema): Lowered {
  const own = groups.map((group) => found.filter(({ label }) => label === group.label))
  return {
    answer: groups.map(({ label }, at) => ({ label, items: own[at]!.map(({ words }) => words) })),
    places: own.map((mentions) => mentions.map(({ pieces }) => pieces)),
  }
}
