import { z } from 'zod'

/** What of the syllabus its question rests on: what it is called session by session, and the sessions that were chosen in full. */
export const pairEvidenceSchema = z.object({
  outline: z.array(z.string()),
  chosen: z.array(z.object({ name: z.string(), description: z.string(), concepts: z.array(z.string()) })),
})
export type PairEvidence = z.infer<typeof pairEvidenceSchema>
