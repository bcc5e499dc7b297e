import { attributeMiner } from '@/lib/artifacts/kinds/guideline/mining/attributes/miner'
import { classMiner } from '@/lib/artifacts/kinds/guideline/mining/classes/miner'
import { argumentMiner, eventMiner, triggerMiner } from '@/lib/artifacts/kinds/guideline/mining/events/miner'
import type { FormMiner } from '@/lib/artifacts/kinds/guideline/mining/form-miner'
import { mentionMiner } from '@/lib/artifacts/kinds/guideline/mining/mentions/miner'
import { relationMiner } from '@/lib/artifacts/kinds/guideline/mining/relations/miner'
import type { TaskForm } from '@/lib/tasks/model'

const byForm: Partial<Record<TaskForm, FormMiner>> = {
  ner: mentionMiner,
  re: relationMiner,
  spo: relationMiner,
  kg: attributeMiner,
  ee: eventMiner,
  eet: triggerMiner,
  eea: argumentMiner,
  tc: classMiner,
}

/** How the gold of a form is mined; none for forms that have no labels (`draftableForms`). */
export function findMiner(form: TaskForm): FormMiner | undefined {
  return byForm[form]
}
