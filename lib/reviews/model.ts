import { z } from 'zod'

export const verdicts = ['approve', 'edit', 'reject', 'skip', 'undo'] as const
export const verdictSchema = z.enum(verdicts)
export type Verdict = z.infer<typeof verdictSchema>

/** Why a draft is sent away: digit keys 1 to 7 on the desk, in this order. */
export const reasonCodes = [
  'wrong-definition',
  'too-vague',
  'contradicts-gold',
  'bad-examples',
  'wrong-boundaries',
  'bad-wording',
  'other',
] as const
export const reasonCodeSchema = z.enum(reasonCodes)
export type ReasonCode = z.infer<typeof reasonCodeSchema>

/** How many of one's own last decisions can be taken back. */
export const UNDO_DEPTH = 10
