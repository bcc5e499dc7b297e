import { isDeepStrictEqual } from 'node:util'
import type { FormatContent } from '@/lib/artifacts/kinds/format/content'
import type { FormatEvidence, FormatFault } from '@/lib/artifacts/kinds/format/evidence'
import type { Trial, TrialAnswer } from '@/lib/artifacts/kinds/format/trial/read-trial'
import { findCarrier } from '@/lib/formats/find-carrier'
import type { TaskForm } from '@/lib/tasks/model'

/** In words, and of what a carrier cannot hold also by code. */
type Reason = Pick<FormatFault, 'why' | 'code' | 'params'>

/** What became of one answer. `why`: of one that was not carried or did not come back. */
export type Rendering =
  | { outcome: 'same'; output: string }
  | ({ outcome: 'refused' } & Reason & Required<Pick<Reason, 'code' | 'params'>>)
  | { outcome: 'failed'; output: string; why: string }

type Figures = FormatEvidence['forms'][number]
type Fault = FormatEvidence['failed'][number]

/** How many reasons of each sort are kept with an example. */
const MOST_REASONS = 20

/** Renders every answer of the trial that the format is for, and parses it back. */
export function tryFormat(
  content: Pick<FormatContent, 'carrier' | 'parameters' | 'taskForms'>,
  { instances, answers }: Trial,
): FormatEvidence {
  const forms = new Map<TaskForm, Figures>()
  const faults = { failed: new Map<string, Fault>(), refused: new Map<string, Fault>() }
  for (const answer of answers) {
    const { form } = answer
    if (content.taskForms.length > 0 && !content.taskForms.includes(form)) continue
    const figures = forms.get(form) ?? { form, tried: 0, carried: 0, same: 0, characters: 0 }
    forms.set(form, figures)
    const rendering = renderAnswer(content, answer)
    figures.tried++
    if (rendering.outcome !== 'refused') {
      figures.carried++
      figures.characters += rendering.output.length
    }
    if (rendering.outcome === 'same') figures.same++
    else note(faults[rendering.outcome], answer, rendering)
  }
  return {
    tried: [...forms.values()].reduce((sum, { tried }) => sum + tried, 0),
    instances,
    forms: [...forms.values()],
    failed: [...faults.failed.values()],
    refused: [...faults.refused.values()],
  }
}

/** One answer in this format, and whether it came back. */
export function renderAnswer(
  content: Pick<FormatContent, 'carrier' | 'parameters'>,
  { lowered, asked }: Pick<TrialAnswer, 'lowered' | 'asked'>,
): Rendering {
  const carrier = findCarrier(content.carrier)
  const parameters = carrier.parameters.parse(content.parameters)
  const carriage = carrier.canCarry(lowered, asked, parameters)
  if (!carriage.carries) {
    const { why, code, params } = carriage
    return { outcome: 'refused', why, code, params }
  }
  let output = ''
  try {
    output = carrier.render(lowered, asked, parameters)
    const read = carrier.parse(output, asked, parameters)
    if (isDeepStrictEqual(read, lowered.answer)) return { outcome: 'same', output }
    return { outcome: 'failed', output, why: 'It came back as another answer.' }
  } catch (error) {
    return { outcome: 'failed', output, why: (error as Error).message }
  }
}

/** Reasons quote the text; what stands between quotation marks does not make another reason. */
function note(
  faults: Map<string, Fault>,
  { form, corpusId, corpus, ordinal }: TrialAnswer,
  { why, code, params }: Reason,
) {
  const key = `${form}/${why.replace(/“[^”]*”/g, '“”').replace(/\d+/g, '0')}`
  const known = faults.get(key)
  if (known) known.count++
  else if (faults.size < MOST_REASONS)
    faults.set(key, { form, corpusId, corpus, ordinal, why, count: 1, ...(code && { code, params }) })
}
