import { checkMarks } from '@/lib/formats/check-marks'
import { checkOrder } from '@/lib/formats/check-order'
import { fitAnswer } from '@/lib/formats/fit-answer'
import type { Asked, Carriage } from '@/lib/formats/model'
import type { Parameters } from '@/lib/formats/tuples/schema'
import type { Lowered } from '@/lib/tasks/model'

/** Delimiters and brackets are escaped or quoted, so tuples hold any text; only a bare mark for nothing could be mistaken. */
export function carryAnswer(lowered: Lowered, { schema }: Asked, parameters: Parameters): Carriage {
  const fit = fitAnswer(lowered.answer, schema)
  if (!fit.carries) return fit
  const ordered = checkOrder(lowered, parameters.order)
  if (!ordered.carries) return ordered
  const nothing = parameters.quoting === 'always' ? null : parameters.nothing
  return checkMarks(lowered, { nothing, empty: parameters.empty })
}
