import type { TaskFormDefinition } from '@/lib/tasks/model'
import { canonicalTcGold, type TcGold, tcFaults, tcGoldSchema } from '@/lib/tasks/tc/gold'
import { lowerGold, tcGroups } from '@/lib/tasks/tc/lower-gold'
import { tcPhrases } from '@/lib/tasks/tc/phrases'
import { scoreTc } from '@/lib/tasks/tc/score'

/** Text classification, with one class or several for a text. */
export const tcForm: TaskFormDefinition<TcGold> = {
  form: 'tc',
  storedAs: 'tc',
  gold: tcGoldSchema,
  canonical: canonicalTcGold,
  labelsIn: ({ labels }) => [...labels],
  fieldsIn: () => new Map(),
  faults: tcFaults,
  groups: () => tcGroups,
  lower: lowerGold,
  poses: ({ multi }) => ({ several: multi }),
  phrases: tcPhrases,
  score: scoreTc,
}
