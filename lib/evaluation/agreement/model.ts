import { z } from 'zod'

/** What a rating says: each is a step further from the draft as it was. Their places in this list are their numbers. */
export const ratings = ['approve', 'edit', 'reject'] as const
export const ratingSchema = z.enum(ratings)
export type Rating = z.infer<typeof ratingSchema>

/** How ratings may be compared, by what their numbers mean. */
export const levels = ['nominal', 'ordinal', 'interval', 'ratio'] as const
export const levelSchema = z.enum(levels)
export type Level = z.infer<typeof levelSchema>

/** How often a unit was given each value, in the order of the values, and how many units were given the same. */
export type Pattern = { given: readonly number[]; units: number }

/** Why there is no number. */
export const undefinedReasons = [
  /** No unit has two ratings. */
  'no-pairs',
  /** Everything got the same rating: there is no difference that could agree better than by chance. */
  'one-value',
  /** A ratio scale begins at zero. */
  'below-zero',
  /** Neither marked anything. */
  'no-spans',
] as const
export const undefinedReasonSchema = z.enum(undefinedReasons)
export type UndefinedReason = z.infer<typeof undefinedReasonSchema>

export const measureSchema = z.union([
  z.object({ value: z.number() }),
  z.object({ value: z.null(), why: undefinedReasonSchema }),
])
/** A number, or why there is none. */
export type Measure = z.infer<typeof measureSchema>

export const undefinedFor = (why: UndefinedReason): Measure => ({ value: null, why })

export function ratersOf({ given }: Pattern): number {
  return given.reduce((sum, times) => sum + times, 0)
}

/** The units that two or more rated: one rating alone agrees with nothing. */
export function pairable(patterns: readonly Pattern[]): Pattern[] {
  return patterns.filter((pattern) => ratersOf(pattern) > 1 && pattern.units > 0)
}
