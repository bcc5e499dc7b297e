import { checkMarks } from '@/lib/formats/check-marks'
import { checkOrder } from '@/lib/formats/check-order'
import { fitAnswer } from '@/lib/formats/fit-answer'
import type { Asked, Carriage } from '@/lib/formats/model'
import type { Parameters } from '@/lib/formats/sentences/schema'
import type { Lowered } from '@/lib/tasks/model'

/** Words stand between quotation marks, so a sentence holds any text. */
export function carryAnswer(lowered: Lowered, { schema }: Asked, parameters: Parameters): Carriage {
  const fit = fitAnswer(lowered.answer, schema)
  if (!fit.carries) return fit
  const ordered = checkOrder(lowered, parameters.order)
  return ordered.carries ? checkMarks(lowered, { nothing: null, empty: parameters.empty }) : ordered
}
