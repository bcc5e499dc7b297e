import type { TaskFormDefinition } from '@/lib/tasks/model'
import { canonicalMrcGold, type MrcGold, mrcFaults, mrcGoldSchema } from '@/lib/tasks/mrc/gold'
import { lowerGold, mrcGroups } from '@/lib/tasks/mrc/lower-gold'
import { mrcPhrases } from '@/lib/tasks/mrc/phrases'
import { scoreMrc } from '@/lib/tasks/mrc/score'

/** Machine reading comprehension: a question about a text, answered from it, by choice among options, or not answerable. */
export const mrcForm: TaskFormDefinition<MrcGold> = {
  form: 'mrc',
  storedAs: 'mrc',
  gold: mrcGoldSchema,
  canonical: canonicalMrcGold,
  labelsIn: () => [],
  fieldsIn: () => new Map(),
  faults: mrcFaults,
  groups: () => mrcGroups,
  lower: lowerGold,
  poses: ({ question, options }) => (options ? { question, options } : { question }),
  phrases: mrcPhrases,
  score: scoreMrc,
}
