import {
  canonicalGeneralGold,
  type GeneralGold,
  generalFaults,
  generalGoldSchema,
} from '@/lib/tasks/general/gold'
import { generalGroups, lowerGold } from '@/lib/tasks/general/lower-gold'
import { generalPhrases } from '@/lib/tasks/general/phrases'
import { scoreGeneral } from '@/lib/tasks/general/score'
import type { TaskFormDefinition } from '@/lib/tasks/model'

/** General instructions, which keep a model's other abilities: a request of a user and the response to it. */
export const generalForm: TaskFormDefinition<GeneralGold> = {
  form: 'general',
  storedAs: 'general',
  gold: generalGoldSchema,
  canonical: canonicalGeneralGold,
  labelsIn: () => [],
  fieldsIn: () => new Map(),
  faults: generalFaults,
  groups: () => generalGroups,
  lower: lowerGold,
  turnsIn: ({ turns }) => turns,
  phrases: generalPhrases,
  score: scoreGeneral,
}
