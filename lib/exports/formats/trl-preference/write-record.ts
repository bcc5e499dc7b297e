import type { ExportedInstruction } from '@/lib/exports/formats/model'
import type { TrlPreferenceRecord } from '@/lib/exports/formats/trl-preference/schema'
import { writeTurn } from '@/lib/exports/formats/write-turn'

/** Where a rule changed the answer, the answer of the corpus is what the rule tells the model not to give. */
export function writeRecord(instruction: ExportedInstruction): TrlPreferenceRecord | null {
  const { output, unruled } = instruction
  if (unruled === undefined || unruled === output) return null
  return {
    prompt: [{ role: 'user', content: writeTurn(instruction) }],
    chosen: [{ role: 'assistant', content: output }],
    rejected: [{ role: 'assistant', content: unruled }],
  }
}
