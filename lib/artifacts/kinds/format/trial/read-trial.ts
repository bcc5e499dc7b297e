import { labelCountSchema } from '@/lib/corpora/model'
import type { Asked } from '@/lib/formats/model'
import { db, type Tx } from '@/lib/platform/db'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import {
  type Lowered,
  type TaskForm,
  type TaskFormDefinition,
  taskFormSchema,
  taskForms,
} from '@/lib/tasks/model'

/** One real answer that a format is tried on. */
export type TrialAnswer = {
  form: TaskForm
  corpusId: string
  corpus: string
  language: string
  ordinal: number
  asked: Asked
  lowered: Lowered
}
export type Trial = { instances: number; answers: TrialAnswer[] }

/** On how many instances a format is tried. */
export const TRIAL_INSTANCES = 1000

/**
 * Real answers of a project, evenly from all of its corpora and from their whole length, in every task form that their gold can
 * be read in. Each also asks for a label that the text does not have.
 */
export async function readTrial(
  projectId: string,
  { within = db, most = TRIAL_INSTANCES }: { within?: Tx; most?: number } = {},
): Promise<Trial> {
  const corpora = await within.corpus.findMany({
    where: { projectId, state: 'ready', instanceCount: { gt: 0 } },
    orderBy: { instanceCount: 'asc' },
    select: { id: true, name: true, language: true, taskForm: true, instanceCount: true, labels: true },
  })
  const trial: Trial = { instances: 0, answers: [] }
  for (const [at, corpus] of corpora.entries()) {
    // The smallest come first: what they do not use is left to the others.
    const share = Math.ceil((most - trial.instances) / (corpora.length - at))
    const ordinals = spread(corpus.instanceCount, share)
    const rows = await within.instance.findMany({
      where: { corpusId: corpus.id, ordinal: { in: ordinals } },
      orderBy: { ordinal: 'asc' },
      select: { ordinal: true, text: true, gold: true },
    })
    trial.instances += rows.length
    const labels = labelCountSchema
      .array()
      .parse(corpus.labels)
      .map(({ label }) => label)
    for (const form of formsOf(taskFormSchema.parse(corpus.taskForm)))
      for (const row of rows)
        trial.answers.push({
          form: form.form,
          corpusId: corpus.id,
          corpus: corpus.name,
          language: corpus.language,
          ordinal: row.ordinal,
          ...lowerInstance(form, { ...row, labels }),
        })
  }
  return trial
}

/** The forms in which a gold can be read: its own, and those that are views of it. */
function formsOf(stored: TaskForm): TaskFormDefinition[] {
  const views = taskForms.filter((form) => form !== stored && findTaskForm(form).storedAs === stored)
  return [stored, ...views].map(findTaskForm)
}

/** As many ordinals as asked for, at even distances. */
function spread(count: number, wanted: number): number[] {
  const step = Math.max(1, count / Math.max(1, wanted))
  return Array.from({ length: Math.min(count, wanted) }, (_, at) => 1 + Math.floor(at * step))
}

function lowerInstance(
  form: TaskFormDefinition,
  { text, gold: stored, labels }: { text: string; gold: unknown; labels: readonly string[] },
): { asked: Asked; lowered: Lowered } {
  const gold = form.gold.parse(stored)
  const fields = form.fieldsIn(gold)
  const present = [...new Set(form.labelsIn(gold))]
  const absent = labels.find((label) => !present.includes(label))
  const names = absent === undefined ? present : [...present, absent]
  const schema = names.map((label) => ({ label, fields: [...(fields.get(label) ?? [])] }))
  return { asked: { schema: form.groups(schema), text }, lowered: form.lower(text, gold, schema) }
}
