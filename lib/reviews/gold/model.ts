import { z } from 'zod'
import { boundErrors } from '@/lib/artifacts/kinds/rule/evidence'
import { artifactKinds } from '@/lib/artifacts/model'
import type { Outcome } from '@/lib/reviews/model'

/** What comes to a desk: nodes of the taxonomy are voted on on the tree. */
export const askedKinds = artifactKinds.filter((kind) => kind !== 'node')

/** What people ought to come to. */
export const goldVerdicts = ['approve', 'edit', 'reject'] as const
export const goldVerdictSchema = z.enum(goldVerdicts)
export type GoldVerdict = z.infer<typeof goldVerdictSchema>

/** `live`: people are asked it. `waiting`: its draft was opened again since. `settled-anew`: and was settled once more, perhaps otherwise. */
export const goldStates = ['live', 'waiting', 'settled-anew'] as const
export const goldStateSchema = z.enum(goldStates)
export type GoldState = z.infer<typeof goldStateSchema>

export const warmUpStates = ['warming', 'passed', 'failed', 'waved', 'experienced'] as const
export const warmUpStateSchema = z.enum(warmUpStates)
export type WarmUpState = z.infer<typeof warmUpStateSchema>

/** What the settled votes on a draft make of it as a gold question; null where they leave it open. */
export function expectedOf(
  versionId: string,
  outcome: Outcome,
): { verdict: GoldVerdict; expectedVersionId: string | null } | null {
  if (outcome.state === 'rejected') return { verdict: 'reject', expectedVersionId: null }
  if (outcome.state !== 'approved') return null
  return outcome.text.versionId === versionId
    ? { verdict: 'approve', expectedVersionId: null }
    : { verdict: 'edit', expectedVersionId: outcome.text.versionId }
}

const TWO_SIDED = 0.975

/** The share of right answers, with the exact binomial interval at 95 % around it. */
export function accuracyOf(of: { answered: number; right: number }): Accuracy {
  const { answered, right } = of
  if (answered === 0) return { answered, right, share: null, low: null, high: null }
  const most = (found: number) => boundErrors({ wrong: found, sample: answered, confidence: TWO_SIDED })
  return { answered, right, share: right / answered, low: 1 - most(answered - right), high: most(right) }
}

export type Accuracy = {
  answered: number
  right: number
  share: number | null
  low: number | null
  high: number | null
}
