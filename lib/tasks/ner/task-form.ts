import type { TaskFormDefinition } from '@/lib/tasks/model'
import { canonicalNerGold, type NerGold, nerFaults, nerGoldSchema } from '@/lib/tasks/ner/gold'
import { lowerWithPlaces, mentionsOf } from '@/lib/tasks/ner/lower-gold'
import { nerPhrases } from '@/lib/tasks/ner/phrases'
import { scoreNer } from '@/lib/tasks/ner/score'

/** Named entity recognition: what a text mentions, by type. */
export const nerForm: TaskFormDefinition<NerGold> = {
  form: 'ner',
  storedAs: 'ner',
  gold: nerGoldSchema,
  canonical: ({ spans }) => canonicalNerGold(spans),
  labelsIn: ({ spans }) => spans.map(({ label }) => label),
  fieldsIn: () => new Map(),
  faults: nerFaults,
  groups: (schema) => schema.map(({ label }) => ({ label, fields: [] })),
  lower: (text, gold, schema) => lowerWithPlaces(mentionsOf(text, gold), schema),
  phrases: nerPhrases,
  score: scoreNer,
}
