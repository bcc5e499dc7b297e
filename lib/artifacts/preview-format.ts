import { z } from 'zod'
import { readTrial, type TrialAnswer } from '@/lib/artifacts/kinds/format/trial/read-trial'
import { renderAnswer } from '@/lib/artifacts/kinds/format/trial/try-format'
import type { FormatPreview, RenderingView } from '@/lib/artifacts/schema'
import { findCarrier } from '@/lib/formats/find-carrier'
import type { CarrierName } from '@/lib/formats/model'
import { AppError } from '@/lib/platform/errors'
import { sha256 } from '@/lib/platform/hash'
import type { ProjectActor } from '@/lib/projects/model'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { TaskForm } from '@/lib/tasks/model'

/** So many instances of the project are looked through for answers worth showing. */
const LOOKED_THROUGH = 300

/** How a format writes real answers of every task form that it is for. Another seed shows others. */
export async function previewFormat(
  actor: ProjectActor,
  input: {
    carrier: CarrierName
    parameters: Record<string, unknown>
    taskForms: TaskForm[]
    seed: number
    each: number
  },
): Promise<FormatPreview> {
  const carrier = findCarrier(input.carrier)
  const read = carrier.parameters.safeParse(input.parameters)
  if (!read.success) throw faultyParameters(read.error)
  const { answers } = await readTrial(actor.project.id, { most: LOOKED_THROUGH })
  const format = { carrier: input.carrier, parameters: read.data as Record<string, unknown> }
  const { en, zh } = carrier.wording(read.data)
  const isFor = (form: TaskForm) => input.taskForms.length === 0 || input.taskForms.includes(form)
  const forms = [...new Set(answers.map(({ form }) => form))].filter(isFor)
  return {
    parameters: format.parameters,
    parameterSchema: z.toJSONSchema(carrier.parameters, { io: 'input' }) as Record<string, unknown>,
    wording: {
      ask: { en: [...en.ask], zh: [...zh.ask] },
      askRecords: { en: [...en.askRecords], zh: [...zh.askRecords] },
    },
    forms: forms.map((form) => {
      const { phrases } = findTaskForm(form)
      const chosen = choose(
        answers.filter((one) => one.form === form),
        input,
      )
      return {
        form,
        nouns: { en: phrases.en.nouns, zh: phrases.zh.nouns },
        renderings: chosen.map((answer) => renderingView(format, answer)),
      }
    }),
  }
}

/** Answers with something in them, in an order that the seed gives; then empty ones. */
function choose(answers: TrialAnswer[], { seed, each }: { seed: number; each: number }): TrialAnswer[] {
  const rank = (one: TrialAnswer) => sha256(`${seed}/${one.corpusId}/${one.ordinal}`)
  const isEmpty = ({ lowered }: TrialAnswer) => lowered.answer.every(({ items }) => items.length === 0)
  return answers
    .map((one) => ({ one, key: `${isEmpty(one) ? 1 : 0}${rank(one)}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, each)
    .map(({ one }) => one)
}

function renderingView(format: Parameters<typeof renderAnswer>[0], answer: TrialAnswer): RenderingView {
  const rendering = renderAnswer(format, answer)
  return {
    corpus: answer.corpus,
    ordinal: answer.ordinal,
    text: answer.asked.text,
    answer: answer.lowered.answer,
    fields: [...new Set(answer.asked.schema.flatMap(({ fields }) => fields))],
    outcome: rendering.outcome,
    output: rendering.outcome === 'refused' ? '' : rendering.output,
    why: rendering.outcome === 'same' ? '' : rendering.why,
    ...(rendering.outcome === 'refused' && { code: rendering.code, params: rendering.params }),
  }
}

function faultyParameters(error: z.ZodError): AppError {
  const issues = error.issues.map(({ path, message }) => ({
    path: ['body', 'parameters', ...path].join('.'),
    message,
  }))
  return new AppError('invalid', issues.map(({ path, message }) => `${path}: ${message}`).join('; '), {
    reason: 'invalid-input',
    issues,
  })
}
