import { z } from 'zod'
import { carriageFaults } from '@/lib/formats/model'
import { taskFormSchema } from '@/lib/tasks/model'

/** An answer that a format did not bring back, or could not carry: which, and why. */
export const formatFaultSchema = z.object({
  corpusId: z.string(),
  corpus: z.string(),
  ordinal: z.number(),
  why: z.string(),
  /** Of an answer that the carrier cannot hold: its reason for the screens. */
  code: z.enum(carriageFaults).optional(),
  params: z.record(z.string(), z.string()).optional(),
})
export type FormatFault = z.infer<typeof formatFaultSchema>

/** What became of real answers that were rendered and parsed back, by task form. */
export const formatEvidenceSchema = z.object({
  /** How many answers were tried, of how many instances that the corpora have. */
  tried: z.number(),
  instances: z.number(),
  forms: z.array(
    z.object({
      form: taskFormSchema,
      tried: z.number(),
      carried: z.number(),
      /** Came back as they were. */
      same: z.number(),
      characters: z.number(),
    }),
  ),
  /** The first ones of each reason. */
  failed: z.array(formatFaultSchema.extend({ form: taskFormSchema, count: z.number() })),
  refused: z.array(formatFaultSchema.extend({ form: taskFormSchema, count: z.number() })),
})
export type FormatEvidence = z.infer<typeof formatEvidenceSchema>
