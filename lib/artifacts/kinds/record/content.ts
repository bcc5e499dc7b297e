import { z } from 'zod'
import { turnSchema } from '@/lib/tasks/general/gold'
import { phraseLanguageSchema, taskFormSchema } from '@/lib/tasks/model'

/** A composed record as people look at it: what a trainer would get, and in short what it is made of. */
export const recordContentSchema = z.object({
  runId: z.uuid(),
  /** The number of the run. */
  run: z.number(),
  recordId: z.string(),
  instruction: z.string(),
  input: z.string(),
  output: z.string(),
  turns: z.array(turnSchema).optional(),
  provenance: z.object({
    taskForm: taskFormSchema,
    /** None: basic. */
    strategies: z.array(z.string()),
    carrier: z.string(),
    language: phraseLanguageSchema,
    corpusId: z.uuid(),
    ordinal: z.number(),
    copy: z.number(),
    labels: z.array(z.string()),
    /** Ids of the versions that it shows. */
    versions: z.array(z.uuid()),
    /** Does a rule change what the gold says? */
    ruleChanged: z.boolean(),
  }),
})
export type RecordContent = z.infer<typeof recordContentSchema>
