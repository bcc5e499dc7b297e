import { checkMarks } from '@/lib/formats/check-marks'
import { checkOrder } from '@/lib/formats/check-order'
import { fitAnswer } from '@/lib/formats/fit-answer'
import type { Parameters } from '@/lib/formats/markdown-list/schema'
import type { Asked, Carriage } from '@/lib/formats/model'
import type { Lowered } from '@/lib/tasks/model'

/** Line breaks and separators are escaped, so a list holds any text but the mark for nothing. */
export function carryAnswer(lowered: Lowered, { schema }: Asked, parameters: Parameters): Carriage {
  const fit = fitAnswer(lowered.answer, schema)
  if (!fit.carries) return fit
  const ordered = checkOrder(lowered, parameters.order)
  return ordered.carries ? checkMarks(lowered, parameters) : ordered
}
