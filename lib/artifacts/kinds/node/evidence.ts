import { z } from 'zod'

/** How several runs of models described a subject, and which others it may be the same as. */
export const describedSchema = z.object({
  /** `introductory`, `intermediate`, `advanced` or `professional`. */
  level: z.string(),
  subtopics: z.array(z.string()),
  /** Which runs said it, from 0, and under which name. */
  said: z.array(z.object({ run: z.number(), en: z.string(), zh: z.string() })),
  alike: z.array(
    z.object({
      en: z.string(),
      zh: z.string(),
      why: z.enum(['name', 'subtopics']),
      similarity: z.number(),
    }),
  ),
})

/** Where a drafter put a node: the names above it, from the field down, what stands there now the tree tells; and how it described it. */
export const nodeEvidenceSchema = z.object({
  above: z.array(z.string()),
  described: describedSchema.nullable().default(null),
})
export type NodeEvidence = z.infer<typeof nodeEvidenceSchema>
