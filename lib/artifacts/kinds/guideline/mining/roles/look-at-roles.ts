import type { Emit } from '@/lib/artifacts/kinds/guideline/mining/observation'
import type { UnitSpan } from '@/lib/artifacts/kinds/guideline/mining/read-gold'
import type { Offsets } from '@/lib/tasks/model'

/** What fills a role or a property: its words, and where they stand, unless the source gives a mere value. */
export type Filler = { role: string; mention: string; place: Offsets | null }

/** Longer fillers are whole clauses: they are counted, and not kept by their words. */
const LONGEST = 80

/** Counts the roles of one item: each that is filled once, those with several fillers, and the fillers themselves. */
export function observeRoles(item: UnitSpan, fillers: readonly Filler[], emit: Emit): void {
  const seen = new Map<string, number>()
  for (const { role, mention, place } of fillers) {
    const count = (seen.get(role) ?? 0) + 1
    seen.set(role, count)
    const of = { mention, tail: place ?? undefined }
    if (count === 1) emit(item, { section: 'roles', key: role, ...of })
    if (count === 2) emit(item, { section: 'several', key: role, ...of })
    if (mention.length <= LONGEST) emit(item, { section: 'fillers', key: `${role}\t${mention}`, ...of })
  }
}
