import { checkGrounding } from '@/lib/synthesis/gates/check-grounding'
import { checkGuidelines } from '@/lib/synthesis/gates/check-guidelines'
import { checkLeakage } from '@/lib/synthesis/gates/check-leakage'
import { checkLength } from '@/lib/synthesis/gates/check-length'
import { checkRoundTrip } from '@/lib/synthesis/gates/check-round-trip'
import { checkApplicability, checkConflicts, checkInterference } from '@/lib/synthesis/gates/check-rules'
import { checkSchema } from '@/lib/synthesis/gates/check-schema'
import type { Gate, Refusal } from '@/lib/synthesis/gates/model'
import type { RefusalReason } from '@/lib/synthesis/model'
import type { Draft } from '@/lib/synthesis/record/model'

/** The gates of one record, in the order in which they are asked; the first that refuses names the reason. */
export const gates: readonly (readonly [RefusalReason, Gate])[] = [
  ['grounding', checkGrounding],
  ['schema', checkSchema],
  ['round-trip', checkRoundTrip],
  ['rule-applicability', checkApplicability],
  ['interference', checkInterference],
  ['rule-conflict', checkConflicts],
  ['guideline-coverage', checkGuidelines],
  ['leakage', checkLeakage],
  ['length', checkLength],
]

export function runGates(draft: Draft): Refusal | null {
  for (const [reason, gate] of gates) {
    const fault = gate(draft)
    if (fault) return { reason, fault }
  }
  return null
}
