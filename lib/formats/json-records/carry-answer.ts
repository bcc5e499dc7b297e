import { cannotCarry } from '@/lib/formats/cannot-carry'
import { checkMarks } from '@/lib/formats/check-marks'
import { checkOrder } from '@/lib/formats/check-order'
import { fitAnswer } from '@/lib/formats/fit-answer'
import type { Parameters } from '@/lib/formats/json-records/schema'
import type { Asked, Carriage } from '@/lib/formats/model'
import type { Lowered } from '@/lib/tasks/model'

/** Everything but a field that is called like the key of the label, and a single value that is the word for nothing. */
export function carryAnswer(lowered: Lowered, { schema }: Asked, parameters: Parameters): Carriage {
  const { groupKey, nothing, order, single } = parameters
  const fit = fitAnswer(lowered.answer, schema)
  if (!fit.carries) return fit
  if (schema.some(({ fields }) => fields.includes(groupKey)))
    return cannotCarry('key-is-field', { name: groupKey })
  const ordered = checkOrder(lowered, order)
  if (!ordered.carries) return ordered
  return checkMarks(lowered, { nothing: single === 'list' ? null : nothing, empty: 'leave-out' })
}
