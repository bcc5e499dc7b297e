import { fault } from '@/lib/synthesis/gates/fault'
import type { Fault } from '@/lib/synthesis/gates/model'
import { runGates } from '@/lib/synthesis/gates/run-gates'
import type { Draw } from '@/lib/synthesis/make-draw'
import type { RefusalReason } from '@/lib/synthesis/model'
import type {
  ComposableInstance,
  Composed,
  PreparedRecipe,
  PreparedRelease,
} from '@/lib/synthesis/prepared/model'
import { composeConversation } from '@/lib/synthesis/record/compose-conversation'
import { designBasic, designCompound } from '@/lib/synthesis/record/design-record'
import { drawQuestion, type Question } from '@/lib/synthesis/record/draw-question'
import type { Task } from '@/lib/synthesis/record/model'
import { openTask } from '@/lib/synthesis/record/open-task'
import { recordDraft } from '@/lib/synthesis/record/record-draft'
import { refusedRecord } from '@/lib/synthesis/record/refused-record'
import { writeDraft } from '@/lib/synthesis/record/write-draft'

/**
 * One record, or the reason why there is none. A pure function: no clock, no database, no chance but `draw`, which is seeded
 * by (recipe seed, instance, copy); so the same inputs give the same bytes in a test, a worker or on fifty machines. Each
 * decision draws under its own name: what one recipe decides otherwise than another moves nothing else.
 */
export function composeInstruction(
  instance: ComposableInstance,
  release: PreparedRelease,
  recipe: PreparedRecipe,
  draw: Draw,
): Composed {
  if (draw.of('corpus').fraction() >= (recipe.chances.get(instance.corpusId) ?? 1))
    return { made: false, reason: 'not-drawn' }
  const task = openTask(instance, { release, recipe, draw })
  if (!task) return { made: false, reason: 'no-labels' }
  const { refusedLicence } = task.corpus
  if (refusedLicence !== undefined)
    return refuse(task, {
      copy: draw.copy,
      reason: 'licence',
      fault: fault('licence', { licence: refusedLicence }),
    })
  const turns = task.form.turnsIn?.(instance.gold)
  if (turns) return composeConversation(task, turns, draw.copy)
  const question = drawQuestion(draw, task)
  if (typeof question === 'string')
    return refuse(task, { copy: draw.copy, reason: question, fault: whyNot(question, recipe) })
  return composeAnswer(draw, task, question)
}

function composeAnswer(draw: Draw, task: Task, question: Question): Composed {
  const { copy } = draw
  const isDrawn = draw.of('compound').fraction() < task.recipe.compound.chance
  const compound = isDrawn ? designCompound(draw, { task, question }) : null
  const design = compound?.design ?? designBasic(draw, task, question)
  if (!design) return refuse(task, { copy, reason: 'cannot-carry', fault: fault('cannot-carry') })
  const draft = writeDraft(draw, task, design)
  const refusal = runGates(draft)
  if (refusal) {
    const { instruction, output } = draft
    return refuse(task, { copy, ...refusal, instruction, output })
  }
  return {
    made: true,
    instruction: recordDraft(draft, copy),
    empty: draft.obeyed.lowered.answer.every(({ items }) => items.length === 0),
    isHeldBack: isDrawn && !compound?.design,
    missed: compound?.missed ?? [],
    isCarriedOver: design.carried.isSecondChoice,
  }
}

type Refused = { reason: RefusalReason; fault: Fault; copy: number; instruction?: string; output?: string }

function refuse(task: Task, { reason, ...of }: Refused): Composed {
  return { made: false, reason, record: refusedRecord(task, of) }
}

function whyNot(reason: 'empty-capped' | 'no-labels', { emptyShare }: PreparedRecipe): Fault {
  return reason === 'no-labels' ? fault(reason) : fault(reason, { share: Math.round(emptyShare * 100) })
}
