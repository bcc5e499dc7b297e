import { z } from 'zod'
import { syllabusContentSchema } from '@/lib/artifacts/kinds/syllabus/content'

/** What its drafter was told of the subject, and what it wrote, word for word. */
export const syllabusEvidenceSchema = z.object({
  /** The names above the subject, from the field down. */
  above: z.array(z.string()),
  /** What the subject was said to go through. */
  subtopics: z.array(z.string()),
  written: syllabusContentSchema.pick({ introduction: true, aims: true, sessions: true }),
})
export type SyllabusEvidence = z.infer<typeof syllabusEvidenceSchema>
