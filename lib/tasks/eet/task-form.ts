import type { EeGold } from '@/lib/tasks/ee/gold'
import { canonicalEetGold, eetFaults, eetGoldSchema } from '@/lib/tasks/eet/gold'
import { lowerGold } from '@/lib/tasks/eet/lower-gold'
import { eetPhrases } from '@/lib/tasks/eet/phrases'
import { scoreEet } from '@/lib/tasks/eet/score'
import type { TaskFormDefinition } from '@/lib/tasks/model'

/** Event detection: the words that say that something of a type happens. A view of event extraction. */
export const eetForm: TaskFormDefinition<EeGold> = {
  form: 'eet',
  storedAs: 'ee',
  gold: eetGoldSchema,
  canonical: canonicalEetGold,
  labelsIn: ({ events }) => events.filter(({ trigger }) => trigger).map(({ type }) => type),
  fieldsIn: () => new Map(),
  faults: eetFaults,
  groups: (schema) => schema.map(({ label }) => ({ label, fields: [] })),
  lower: lowerGold,
  phrases: eetPhrases,
  score: scoreEet,
}
