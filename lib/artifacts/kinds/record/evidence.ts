import { z } from 'zod'

/** How a record was drawn: one of `n`, at random, from `of` records of its run. */
export const recordEvidenceSchema = z.object({
  n: z.number(),
  of: z.number(),
  seed: z.number(),
  /** Its place in the file of the run, from 0. */
  position: z.number(),
})
export type RecordEvidence = z.infer<typeof recordEvidenceSchema>
