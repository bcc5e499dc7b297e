import { z } from 'zod'
import { recordShapeSchema } from '@/lib/corpora/formats/model'

/** Where the paragraphs or questions are. */
export const optionsSchema = recordShapeSchema
export type Options = z.infer<typeof optionsSchema>

/** The places of paragraphs and of questions that people's files have, the published one first. */
export const shapes: readonly Options[] = [
  { layout: 'document', path: 'data.*.paragraphs.*' },
  { layout: 'document', path: '*.paragraphs.*' },
  {},
]

export const articleSchema = z.object({ paragraphs: z.array(z.unknown()) })
export const paragraphSchema = z.object({ context: z.string(), qas: z.array(z.unknown()) })

/** An answer as a file gives it, where its `start` may be wrong or absent. */
export type GivenAnswer = { text: string; start: number | null }

const answerSchema = z
  .union([
    z.string().transform((text) => ({ text, answer_start: null })),
    z.object({ text: z.string(), answer_start: z.int().nullish() }),
  ])
  .transform(({ text, answer_start }): GivenAnswer => ({ text, start: answer_start ?? null }))

/** Answers as the rows of Hugging Face have them: a list for each field. */
const columnsSchema = z
  .object({ text: z.array(z.string()), answer_start: z.array(z.int()).default([]) })
  .transform(({ text, answer_start: starts }): GivenAnswer[] =>
    text.map((words, i) => ({ text: words, start: starts[i] ?? null })),
  )

const answersSchema = z.union([z.array(answerSchema), columnsSchema], {
  error: 'expected a list of answers with “text” and “answer_start”',
})

export const questionSchema = z.object({
  question: z.string(),
  answers: answersSchema.nullish(),
  is_impossible: z.boolean().nullish(),
  plausible_answers: answersSchema.nullish(),
})
export type Question = z.infer<typeof questionSchema>

/** What has a place in the gold: it is not kept beside the instance again. */
export const used: ReadonlySet<string> = new Set([
  'context',
  'qas',
  'question',
  'answers',
  'is_impossible',
  'plausible_answers',
  '__proto__',
])
