import { describedIn, kgGoldSchema, propertiesIn } from '@/lib/tasks/kg/gold'
import { entityGroups, lowerGold } from '@/lib/tasks/kg/lower-gold'
import { kgPhrases } from '@/lib/tasks/kg/phrases'
import { scoreKg } from '@/lib/tasks/kg/score'
import type { TaskFormDefinition } from '@/lib/tasks/model'
import { canonicalReGold, type ReGold, reFaults } from '@/lib/tasks/re/gold'

/** Entities with their attributes, as a knowledge graph holds them. A view of relation extraction. */
export const kgForm: TaskFormDefinition<ReGold> = {
  form: 'kg',
  storedAs: 're',
  gold: kgGoldSchema,
  canonical: canonicalReGold,
  labelsIn: (gold) => describedIn(gold).map(({ entity }) => entity.label),
  fieldsIn: propertiesIn,
  faults: reFaults,
  groups: entityGroups,
  lower: lowerGold,
  phrases: kgPhrases,
  score: scoreKg,
}
