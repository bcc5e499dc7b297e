import { z } from 'zod'
import { phraseLanguageSchema } from '@/lib/tasks/model'

export const MOST_QUESTION = 20_000
export const MOST_ANSWER = 40_000

const name = z.string().trim().min(1).max(200)

/** What a question is asked about: the subject's node with the names down to it, from the field on, as they were when it was asked. */
export const pairSubjectSchema = z.object({
  nodeId: z.uuid(),
  path: z.array(z.string().trim().min(1).max(300)).min(1).max(8),
})
export type PairSubject = z.infer<typeof pairSubjectSchema>

/** A question with its answer, and the combination of key concepts that it was asked about. */
export const pairContentSchema = z.object({
  question: z.string().trim().min(1).max(MOST_QUESTION),
  answer: z.string().trim().min(1).max(MOST_ANSWER),
  language: phraseLanguageSchema,
  /** S1: concepts of one class session. S2: of two. */
  strategy: z.enum(['s1', 's2']),
  subject: pairSubjectSchema,
  sessions: z.array(name).min(1).max(2),
  concepts: z.array(name).min(1).max(5),
  /** The approved syllabus that it was asked about, and the number of the combination among those of its strategy. */
  syllabusVersionId: z.uuid(),
  rank: z.number().int().min(0),
})
export type PairContent = z.infer<typeof pairContentSchema>
