import type { TaskFormDefinition } from '@/lib/tasks/model'
import { canonicalReGold, type ReGold, reFaults } from '@/lib/tasks/re/gold'
import { spoGoldSchema, triplesIn } from '@/lib/tasks/spo/gold'
import { lowerGold, tripleGroups } from '@/lib/tasks/spo/lower-gold'
import { spoPhrases } from '@/lib/tasks/spo/phrases'
import { scoreSpo } from '@/lib/tasks/spo/score'

/** Typed triples: relations whose ends are told with their types. A view of relation extraction. */
export const spoForm: TaskFormDefinition<ReGold> = {
  form: 'spo',
  storedAs: 're',
  gold: spoGoldSchema,
  canonical: canonicalReGold,
  labelsIn: (gold) => triplesIn(gold).map(({ predicate }) => predicate),
  fieldsIn: () => new Map(),
  faults: reFaults,
  groups: tripleGroups,
  lower: lowerGold,
  phrases: spoPhrases,
  score: scoreSpo,
}
