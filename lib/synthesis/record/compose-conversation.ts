import type { Composed } from '@/lib/synthesis/prepared/model'
import type { Task } from '@/lib/synthesis/record/model'
import { passConversation, type Turn } from '@/lib/synthesis/record/pass-conversation'
import { idOf, provenanceOf, refusedRecord } from '@/lib/synthesis/record/record-draft'

/** An instruction that is one already passes as it is, if it fits its text, has a response and is not too long. */
export function composeConversation(task: Task, turns: readonly Turn[], copy: number): Composed {
  const { instance, form, recipe } = task
  const passed = passConversation(turns)
  const refuse = (reason: 'grounding' | 'length', why: string): Composed => ({
    made: false,
    reason,
    record: refusedRecord(task, { copy, why, instruction: instance.text, output: passed?.output ?? '' }),
  })
  const [fault] = form.faults(instance.text, instance.gold)
  if (!passed || fault) return refuse('grounding', fault ?? 'Nobody responds.')
  const said = passed.turns ?? [{ text: passed.instruction }, { text: passed.output }]
  const length = said.reduce((sum, { text }) => sum + text.length, 0)
  if (length > recipe.maxLength) return refuse('length', `${length} characters, ${recipe.maxLength} allowed.`)
  const told = { copy, strategies: [], carrier: 'conversation', labels: [], versions: [] }
  return {
    made: true,
    instruction: { id: idOf(task, copy), ...passed, provenance: provenanceOf(task, told) },
    empty: false,
    isHeldBack: false,
    missed: [],
    isCarriedOver: false,
  }
}
