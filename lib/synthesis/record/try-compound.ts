import type { Draw } from '@/lib/synthesis/make-draw'
import type { ComposableInstance, PreparedRecipe, PreparedRelease } from '@/lib/synthesis/prepared/model'
import { chooseRules } from '@/lib/synthesis/record/choose-rules'
import { designCompound } from '@/lib/synthesis/record/design-record'
import { drawQuestion, type Question } from '@/lib/synthesis/record/draw-question'
import type { Task } from '@/lib/synthesis/record/model'
import { openTask } from '@/lib/synthesis/record/open-task'

type Given = { release: PreparedRelease; recipe: PreparedRecipe; draw: Draw }

/** Can the record of this instance be compound? Null when there is none. */
export function tryCompound(instance: ComposableInstance, given: Given): boolean | null {
  return tryQuestion(instance, given, ({ task, question }) => {
    const { design } = designCompound(given.draw, { task, question })
    return design !== null
  })
}

/** Has the release a rule for the record of this instance, such as its draw wants? Null when there is no record. */
export function tryRule(instance: ComposableInstance, given: Given): boolean | null {
  return tryQuestion(instance, given, ({ task, question }) => {
    const rules = chooseRules(given.draw, task, { labels: question.labels(), isGuided: false })
    return rules !== null
  })
}

function tryQuestion(
  instance: ComposableInstance,
  given: Given,
  trial: (of: { task: Task; question: Question }) => boolean,
): boolean | null {
  const task = openTask(instance, given)
  if (!task) return null
  if (task.form.turnsIn) return false
  const question = drawQuestion(given.draw, task)
  return typeof question === 'string' ? null : trial({ task, question })
}
