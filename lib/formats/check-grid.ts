import { cannotCarry } from '@/lib/formats/cannot-carry'
import { checkMarks } from '@/lib/formats/check-marks'
import { checkOrder } from '@/lib/formats/check-order'
import { fitAnswer } from '@/lib/formats/fit-answer'
import { type GridParameters, gridHeader } from '@/lib/formats/lay-grid'
import type { Asked, Carriage } from '@/lib/formats/model'
import type { Lowered } from '@/lib/tasks/model'

/** Does the answer fit a table, whatever its syntax: one column of each name, and no value that is the mark for nothing? */
export function checkGrid(lowered: Lowered, { schema }: Asked, parameters: GridParameters): Carriage {
  const fit = fitAnswer(lowered.answer, schema)
  if (!fit.carries) return fit
  const names = gridHeader(schema, parameters)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) return cannotCarry('column-twice', { name: twice })
  const ordered = checkOrder(lowered, parameters.order)
  return ordered.carries ? checkMarks(lowered, parameters) : ordered
}
