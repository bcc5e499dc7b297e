import { canonicalEeGold, type EeGold, eeFaults, eeGoldSchema, rolesByType } from '@/lib/tasks/ee/gold'
import { eventGroups, lowerGold } from '@/lib/tasks/ee/lower-gold'
import { eePhrases } from '@/lib/tasks/ee/phrases'
import { scoreEe } from '@/lib/tasks/ee/score'
import type { TaskFormDefinition } from '@/lib/tasks/model'

/** Event extraction: what happens in a text, by type, with the words for it and who or what takes part. */
export const eeForm: TaskFormDefinition<EeGold> = {
  form: 'ee',
  storedAs: 'ee',
  gold: eeGoldSchema,
  canonical: canonicalEeGold,
  labelsIn: ({ events }) => events.map(({ type }) => type),
  fieldsIn: rolesByType,
  faults: eeFaults,
  groups: eventGroups,
  lower: lowerGold,
  phrases: eePhrases,
  score: scoreEe,
}
