import { fault } from '@/lib/synthesis/gates/fault'
import type { Fault } from '@/lib/synthesis/gates/model'
import type { Composed } from '@/lib/synthesis/prepared/model'
import type { Task } from '@/lib/synthesis/record/model'
import { passConversation, type Turn } from '@/lib/synthesis/record/pass-conversation'
import { idOf, provenanceOf } from '@/lib/synthesis/record/record-draft'
import { refusedRecord } from '@/lib/synthesis/record/refused-record'

/** An instruction that is one already passes as it is, if it fits its text, has a response and is not too long. */
export function composeConversation(task: Task, turns: readonly Turn[], copy: number): Composed {
  const { instance, form, recipe } = task
  const passed = passConversation(turns)
  const refuse = (reason: 'grounding' | 'length', fault: Fault): Composed => ({
    made: false,
    reason,
    record: refusedRecord(task, { copy, fault, instruction: instance.text, output: passed?.output ?? '' }),
  })
  const [own] = form.faults(instance.text, instance.gold)
  if (own) return refuse('grounding', fault('said', { words: own }))
  if (!passed) return refuse('grounding', fault('no-response'))
  const said = passed.turns ?? [{ text: passed.instruction }, { text: passed.output }]
  const length = said.reduce((sum, { text }) => sum + text.length, 0)
  if (length > recipe.maxLength)
    return refuse('length', fault('length', { length, allowed: recipe.maxLength }))
  const { pair } = instance
  const told = {
    ...{ copy, strategies: [], carrier: 'conversation', labels: [], versions: pair ? [pair.source] : [] },
    ...(pair && { subject: pair.subject }),
  }
  return {
    made: true,
    instruction: { id: idOf(task, copy), ...passed, provenance: provenanceOf(task, told) },
    empty: false,
    isHeldBack: false,
    missed: [],
    isCarriedOver: false,
  }
}
