import type { TaskFormDefinition } from '@/lib/tasks/model'
import { canonicalReGold, type ReGold, reFaults, reGoldSchema } from '@/lib/tasks/re/gold'
import { lowerGold, relationGroups } from '@/lib/tasks/re/lower-gold'
import { rePhrases } from '@/lib/tasks/re/phrases'
import { scoreRe } from '@/lib/tasks/re/score'

/** Relation extraction: which mentions stand in which relation. */
export const reForm: TaskFormDefinition<ReGold> = {
  form: 're',
  storedAs: 're',
  gold: reGoldSchema,
  canonical: canonicalReGold,
  labelsIn: ({ relations }) => relations.map(({ type }) => type),
  fieldsIn: () => new Map(),
  faults: reFaults,
  groups: relationGroups,
  lower: lowerGold,
  phrases: rePhrases,
  score: scoreRe,
}
