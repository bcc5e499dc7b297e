import { cannotCarry } from '@/lib/formats/cannot-carry'
import { checkOrder } from '@/lib/formats/check-order'
import { fitAnswer } from '@/lib/formats/fit-answer'
import type { Asked, Carriage } from '@/lib/formats/model'
import type { Parameters } from '@/lib/formats/yaml/schema'
import type { Lowered } from '@/lib/tasks/model'

/** Any text, as whatever is no plain word is quoted; only the key of the label has to differ from the fields. */
export function carryAnswer(lowered: Lowered, { schema }: Asked, parameters: Parameters): Carriage {
  const { groupKey, layout, order } = parameters
  const fit = fitAnswer(lowered.answer, schema)
  if (!fit.carries) return fit
  if (layout === 'records' && schema.some(({ fields }) => fields.includes(groupKey)))
    return cannotCarry('key-is-field', { name: groupKey })
  return checkOrder(lowered, order)
}
