import type { Combination, SessionPick } from '@/lib/taxonomy/combinations/model'
import { foldName } from '@/lib/taxonomy/model'

/** A class session by its words. */
export type NamedSession = { name: string; concepts: readonly string[] }

/**
 * The same combination in an edited syllabus, wherever its sessions and concepts stand now; nothing, if one of them is gone or is another
 * by now. A session is known by its name or, where that was changed, by having all the concepts in question.
 */
export function carryCombination(
  { strategy, picks }: Combination,
  { before, after }: { before: readonly NamedSession[]; after: readonly NamedSession[] },
): Combination | undefined {
  const carried = picks.map((pick) => carryPick(pick, { before, after }))
  if (carried.includes(undefined)) return undefined
  const found = (carried as SessionPick[]).toSorted((a, b) => a.session - b.session)
  if (new Set(found.map(({ session }) => session)).size < picks.length) return undefined
  return { strategy, picks: found }
}

function carryPick(
  { session, concepts }: SessionPick,
  { before, after }: { before: readonly NamedSession[]; after: readonly NamedSession[] },
): SessionPick | undefined {
  const { name, concepts: words } = before[session]!
  const wanted = concepts.map((place) => foldName(words[place]!))
  const places = (one: NamedSession) => {
    const there = one.concepts.map(foldName)
    return wanted.map((concept) => there.indexOf(concept)).toSorted((a, b) => a - b)
  }
  const named = after.findIndex((one) => foldName(one.name) === foldName(name))
  const at = named >= 0 ? named : after.findIndex((one) => !places(one).includes(-1))
  if (at < 0) return undefined
  const found = places(after[at]!)
  return found.includes(-1) || new Set(found).size < found.length
    ? undefined
    : { session: at, concepts: found }
}
