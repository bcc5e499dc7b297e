import type { TaskFormDefinition } from '@/lib/tasks/model'
import { canonicalOpenieGold, type OpenieGold, openieFaults, openieGoldSchema } from '@/lib/tasks/openie/gold'
import { lowerGold, openieGroups } from '@/lib/tasks/openie/lower-gold'
import { openiePhrases } from '@/lib/tasks/openie/phrases'
import { scoreOpenie } from '@/lib/tasks/openie/score'

/** Open information extraction: statements as tuples of two to seven parts, whose relations are named in advance by nobody. */
export const openieForm: TaskFormDefinition<OpenieGold> = {
  form: 'openie',
  storedAs: 'openie',
  gold: openieGoldSchema,
  canonical: canonicalOpenieGold,
  labelsIn: () => [],
  fieldsIn: () => new Map(),
  faults: openieFaults,
  groups: () => openieGroups,
  lower: lowerGold,
  phrases: openiePhrases,
  score: scoreOpenie,
}
