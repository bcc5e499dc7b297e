import { type EeGold, rolesByType } from '@/lib/tasks/ee/gold'
import { eventGroups } from '@/lib/tasks/ee/lower-gold'
import { canonicalEeaGold, eeaFaults, eeaGoldSchema } from '@/lib/tasks/eea/gold'
import { lowerGold } from '@/lib/tasks/eea/lower-gold'
import { eeaPhrases } from '@/lib/tasks/eea/phrases'
import { scoreEea } from '@/lib/tasks/eea/score'
import type { TaskFormDefinition } from '@/lib/tasks/model'

/** Event argument extraction: who or what takes part in events of given types. A view of event extraction. */
export const eeaForm: TaskFormDefinition<EeGold> = {
  form: 'eea',
  storedAs: 'ee',
  gold: eeaGoldSchema,
  canonical: canonicalEeaGold,
  labelsIn: ({ events }) => events.filter((event) => event.arguments.length > 0).map(({ type }) => type),
  fieldsIn: rolesByType,
  faults: eeaFaults,
  groups: eventGroups,
  lower: lowerGold,
  phrases: eeaPhrases,
  score: scoreEea,
}
