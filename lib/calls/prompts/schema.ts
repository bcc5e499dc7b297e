import { z } from 'zod'
import { phraseLanguageSchema, taskFormSchema } from '@/lib/tasks/model'

/** A label as people know it. */
export const namedLabelSchema = z.object({
  label: z.string().min(1).max(200),
  names: z
    .object({ en: z.string().nullable().default(null), zh: z.string().nullable().default(null) })
    .default({ en: null, zh: null }),
  /** How often the gold has it. */
  count: z.number().int().nonnegative().nullable().default(null),
})
export type NamedLabel = z.infer<typeof namedLabelSchema>

/** A place of a text that is shown marked, in code points; `as`: what it is there (a label, a role, head or tail). */
export const markSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  as: z.string().max(200).nullable().default(null),
})
export type Mark = z.infer<typeof markSchema>

/** A text of the corpus. What is quoted from it is quoted by its place in the list, counted from 1. */
export const sampleSchema = z.object({
  text: z.string(),
  marks: z.array(markSchema).default([]),
  /** What else the gold says of it that marks cannot show: its classes, a question, an answer. */
  note: z.string().default(''),
})
export type Sample = z.infer<typeof sampleSchema>

/** What a figure counts. The prompts' words say what each is. */
export const figureKinds = [
  'items',
  'instances',
  'distinct',
  'frequent',
  'ambiguous',
  'unlabelled',
  'before',
  'after',
  'first',
  'last',
  'head-word',
  'introducing',
  'neighbour',
  'contains',
  'within',
  'overlaps',
  'same-place',
  'length',
  'shape',
  'end',
  'end-types',
  'between',
  'order',
  'companion',
  'role',
  'filler',
  'word',
  'rival',
  'rule-touches',
] as const
export const figureKindSchema = z.enum(figureKinds)

/** One number that was counted in the gold. */
export const figureSchema = z.object({
  kind: figureKindSchema,
  /** The words that are counted: a mention, a token, a role. */
  what: z.string().default(''),
  count: z.number(),
  /** What stands against it: the same words without the label, or outside of it. */
  against: z.number().nullable().default(null),
  /** The other label that it is about. */
  label: z.string().nullable().default(null),
})
export type Figure = z.infer<typeof figureSchema>

/** What people's decisions teach the next draft: how they changed drafts, and why they rejected some. */
export const lessonsSchema = z
  .object({
    examples: z
      .array(z.object({ before: z.string(), after: z.string() }))
      .max(12)
      .default([]),
    avoid: z.array(z.string()).max(30).default([]),
  })
  .default({ examples: [], avoid: [] })
export type Lessons = z.infer<typeof lessonsSchema>

/** A guideline as far as it stands. */
export const writtenGuidelineSchema = z.object({
  label: z.string().min(1).max(200),
  definition: z.string(),
  includes: z.array(z.string()).default([]),
  excludes: z.array(z.string()).default([]),
})
export type WrittenGuideline = z.infer<typeof writtenGuidelineSchema>

/** What every prompt about a corpus is told of it. `language` is the one to write in; the corpus's own may be another. */
export const aboutCorpusShape = {
  form: taskFormSchema,
  language: phraseLanguageSchema,
  corpus: z.object({ name: z.string(), language: z.string() }),
}
