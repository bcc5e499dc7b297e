import { fault } from '@/lib/synthesis/gates/fault'
import type { Gate } from '@/lib/synthesis/gates/model'

/** Is the whole record within what the recipe allows, in characters? */
export const checkLength: Gate = ({ instruction, output, task }) => {
  const length = instruction.length + task.instance.text.length + output.length
  const { maxLength } = task.recipe
  return length <= maxLength ? null : fault('length', { length, allowed: maxLength })
}
