import { z } from 'zod'

/** The pairs of a release as one source of a run, beside its corpora: under this id records, counts and exports know it. */
export const PAIRS_ID = '9d2f6c41-0b7e-8a35-9c18-47e05d3ab6f2'
export const PAIRS_NAME = 'Questions and answers'

const cap = z.number().int().positive().max(100_000_000).nullable().default(null)

/**
 * Approved questions and answers in a recipe. `share`: of all records, as far as there are so many; none: all that are chosen.
 * `cap`: how many at most, and `perSubject` of each subject. `nodes`: what hangs below a node counts by its weight beside the others,
 * weights on the way down multiplied, and gives no more than its cap; weight 0 leaves it out.
 */
export const recipePairsSchema = z.strictObject({
  share: z.number().gt(0).max(1).nullable().default(null),
  cap,
  perSubject: cap,
  nodes: z
    .array(z.strictObject({ id: z.uuid(), weight: z.number().min(0).max(100).default(1), cap }))
    .max(500)
    .default([]),
})
export type RecipePairs = z.infer<typeof recipePairsSchema>

/** A pair of a release by its place in it. `path`: where its subject hangs, if the tree still knows it. */
export type PlacedPair = {
  ordinal: number
  artifactId: string
  versionId: string
  subject: string
  path: string
}
