import { z } from 'zod'
import { MOST_NAME } from '@/lib/artifacts/kinds/node/content'
import { phraseLanguageSchema } from '@/lib/tasks/model'

export const MOST_SESSIONS = 40
export const MOST_CONCEPTS = 15

const said = z.string().trim().min(1)
const name = z.string().max(MOST_NAME)

export const classSessionSchema = z.object({
  name: said.max(200),
  description: z.string().trim().max(1500),
  /** Key concepts, in the order in which they are taught. */
  concepts: z.array(said.max(200)).min(1).max(MOST_CONCEPTS),
})
export type ClassSession = z.infer<typeof classSessionSchema>

/** What people approve: how a subject is taught, session by session, and what a learner has to master in each. */
export const syllabusContentSchema = z.object({
  /** What its subject was called when it was written. Which node that is the artifact's key says. */
  subject: z.object({ en: name, zh: name }),
  language: phraseLanguageSchema,
  introduction: said.max(3000),
  aims: z.array(said.max(400)).max(10).default([]),
  sessions: z.array(classSessionSchema).min(1).max(MOST_SESSIONS),
})
export type SyllabusContent = z.infer<typeof syllabusContentSchema>
