import { z } from 'zod'
import { nodeNameSchema } from '@/lib/artifacts/kinds/node/content'

/** How far a learner has to be; `professional`: what is learned on the job. */
export const subjectLevels = ['introductory', 'intermediate', 'advanced', 'professional'] as const
export const subjectLevelSchema = z.enum(subjectLevels)
export type SubjectLevel = z.infer<typeof subjectLevelSchema>

/** A subject as one run of a model describes it. */
export const describedSubjectSchema = z.object({
  name: nodeNameSchema,
  level: subjectLevelSchema,
  introduction: z.string(),
  subtopics: z.array(z.string()),
})
export type DescribedSubject = z.infer<typeof describedSubjectSchema>

/** Which run said it, from 0, and as the how-manieth of its subjects. */
export type SaidSubject = { run: number; at: number; subject: DescribedSubject }

/** Two subjects that people may want to make one of: their names have the same rare words, or they go through the same subtopics. */
export type AlikeSubject = { other: number; why: 'name' | 'subtopics'; similarity: number }

/** What several runs say under one name, in the words of one of them. `alike`: others of the merged list, by their places. */
export type MergedSubject = {
  subject: DescribedSubject
  said: SaidSubject[]
  alike: AlikeSubject[]
}
