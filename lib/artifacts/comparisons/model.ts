import { z } from 'zod'

/** One of the two drafters that are compared: a model with a version of the prompt, with or without lessons from decisions. */
export const armSchema = z.object({
  connectionId: z.uuid(),
  /** Instead of the connection's drafter. */
  model: z.string().trim().min(1).max(200).optional(),
  /** Instead of the newest. */
  promptVersion: z.number().int().positive().optional(),
  /** Are decisions of before shown to it? */
  lessons: z.boolean().default(true),
})
export type Arm = z.infer<typeof armSchema>

export const armNames = ['a', 'b'] as const
export const armNameSchema = z.enum(armNames)
export type ArmName = (typeof armNames)[number]

/** `drafting`: its drafts are being made; `open`: people decide; `closed`: all is decided, or a lead has ended it. */
export const comparisonStates = ['drafting', 'open', 'closed'] as const
export const comparisonStateSchema = z.enum(comparisonStates)
export type ComparisonState = (typeof comparisonStates)[number]

/** What became of one draft of a comparison. `distance`: of what was accepted, from its draft. */
export type ArmFate = { fate: 'accepted'; distance: number } | { fate: 'rejected' } | { fate: 'undecided' }

/** Which of two drafts of one label fared better: accepted before rejected, then the one that was edited less. Nothing where either is undecided. */
export function betterOf(a: ArmFate, b: ArmFate): ArmName | 'tie' | null {
  if (a.fate === 'undecided' || b.fate === 'undecided') return null
  if (a.fate === 'rejected' || b.fate === 'rejected')
    return a.fate === b.fate ? 'tie' : a.fate === 'accepted' ? 'a' : 'b'
  if (Math.abs(a.distance - b.distance) < SAME_DISTANCE) return 'tie'
  return a.distance < b.distance ? 'a' : 'b'
}

/** Edits that differ by less than this say nothing about the drafts. */
const SAME_DISTANCE = 0.01

/**
 * The exact sign test, two-sided: how likely so uneven a result is, or a more uneven one, if neither is better. Ties say nothing and
 * do not count (Dixon and Mood, "The statistical sign test", JASA 41, 1946).
 */
export function signTest({ wins, losses }: { wins: number; losses: number }): number {
  const n = wins + losses
  if (n === 0) return 1
  const least = Math.min(wins, losses)
  let logTerm = -n * Math.LN2
  let tail = Math.exp(logTerm)
  for (let k = 1; k <= least; k++) {
    logTerm += Math.log((n - k + 1) / k)
    tail += Math.exp(logTerm)
  }
  return Math.min(1, 2 * tail)
}
