import { AnswerSyntaxError } from '@/lib/formats/model'
import { fault } from '@/lib/synthesis/gates/fault'
import type { Gate } from '@/lib/synthesis/gates/model'
import { isSameAnswer } from '@/lib/synthesis/gates/same-answer'
import type { Draft } from '@/lib/synthesis/record/model'
import type { Answer } from '@/lib/tasks/model'

/** Does the output, read by its carrier's strict parser, give the answer back? */
export const checkRoundTrip: Gate = (draft) => {
  const read = parseOutput(draft)
  if (typeof read === 'string') return fault('said', { words: read })
  return isSameAnswer(read, draft.obeyed.lowered.answer) ? null : fault('reads-otherwise')
}

function parseOutput({ output, carried, asked }: Draft): Answer | string {
  try {
    return carried.carrier.parse(output, asked, carried.parameters)
  } catch (error) {
    if (error instanceof AnswerSyntaxError) return error.message
    throw error
  }
}
