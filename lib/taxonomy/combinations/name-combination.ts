import type { Combination } from '@/lib/taxonomy/combinations/model'

export type NamedPick = { session: string; concepts: string[] }

/** A combination in the words of its syllabus. */
export function nameCombination(
  sessions: readonly { name: string; concepts: readonly string[] }[],
  { picks }: Pick<Combination, 'picks'>,
): NamedPick[] {
  return picks.map(({ session, concepts }) => ({
    session: sessions[session]!.name,
    concepts: concepts.map((place) => sessions[session]!.concepts[place]!),
  }))
}
