import type { Fault } from '@/lib/synthesis/gates/model'
import type { Instruction, RefusedRecord } from '@/lib/synthesis/model'
import type { ComposableInstance } from '@/lib/synthesis/prepared/model'
import type { Task } from '@/lib/synthesis/record/model'
import type { TaskForm } from '@/lib/tasks/model'

/** As much of a text as a person is shown of a record that was refused. */
const SHOWN = 4000

type Written = Partial<Pick<RefusedRecord, 'instruction' | 'output'>>
type Refused = Written & { copy: number; fault: Fault }

/** What a person sees of a record that was refused. */
export function refusedRecord({ instance, prepared }: Task, of: Refused): RefusedRecord {
  return refusedInstance(instance, { ...of, taskForm: prepared.form })
}

/** The same where it was refused before anything was asked. */
export function refusedInstance(
  { corpusId, id: instanceId, ordinal, text }: Omit<ComposableInstance, 'gold'>,
  of: Refused & { taskForm: TaskForm },
): RefusedRecord {
  const { name, params, why } = of.fault
  return {
    ...{ corpusId, instanceId, ordinal, copy: of.copy, taskForm: of.taskForm, why: cut(why) },
    fault: { name, params: cutAll(params) },
    ...{ instruction: cut(of.instruction ?? ''), input: cut(text), output: cut(of.output ?? '') },
  }
}

/** The same of one that was made, and is in the run already. */
export function refusedTwin(
  { instruction, input, output, provenance }: Instruction,
  { fault, twin }: { fault: Fault; twin: RefusedRecord['twin'] },
): RefusedRecord {
  const { corpusId, instanceId: id, ordinal, copy, taskForm } = provenance
  const refused = { copy, taskForm, fault, instruction, output }
  return { ...refusedInstance({ corpusId, id, ordinal, text: input }, refused), ...(twin && { twin }) }
}

function cutAll(params: Fault['params']): Fault['params'] {
  const cuts = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' ? cut(value) : value,
  ])
  return Object.fromEntries(cuts)
}

/** Never in the middle of a character. */
function cut(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN).replace(/[\ud800-\udbff]$/, '')}…` : text
}
