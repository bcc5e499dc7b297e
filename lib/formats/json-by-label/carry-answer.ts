import { checkMarks } from '@/lib/formats/check-marks'
import { fitAnswer } from '@/lib/formats/fit-answer'
import type { Parameters } from '@/lib/formats/json-by-label/schema'
import type { Asked, Carriage } from '@/lib/formats/model'
import type { Lowered } from '@/lib/tasks/model'

/** Everything but a single value that is the word for nothing. In a list it cannot be mistaken. */
export function carryAnswer(lowered: Lowered, { schema }: Asked, { nothing, single }: Parameters): Carriage {
  const fit = fitAnswer(lowered.answer, schema)
  if (!fit.carries) return fit
  return checkMarks(lowered, { nothing: single === 'list' ? null : nothing, empty: 'leave-out' })
}
