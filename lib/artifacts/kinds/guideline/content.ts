import { z } from 'zod'

/**
 * A labelled thing in the corpus by reference: instance ordinal and offsets in code points. The text is not copied. A relation
 * has its other end in `tail`; a class is said of the whole text, and the offsets are the text's.
 */
export const exampleSchema = z.object({
  ordinal: z.number().int().positive(),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  tail: z.object({ start: z.number().int().nonnegative(), end: z.number().int().positive() }).optional(),
  /** Why it is an example, in a few words of the guideline's language. */
  note: z.string().max(300).default(''),
})
export type Example = z.infer<typeof exampleSchema>

/** Between the two ends of a relation, where they are written as one. */
export const PAIR_ARROW = ' → '

const line = z.string().trim().min(1).max(600)

/** How many further wordings of one text people may approve, in each language. */
export const MOST_PARAPHRASES = 4
const paraphrase = z.string().trim().min(1).max(2000)

/** What people approve: the guideline of one label. Written in the corpus's language where phrases exist, else in English. */
export const guidelineContentSchema = z.object({
  label: z.string().min(1).max(200),
  language: z.enum(['en', 'zh']),
  definition: z.string().trim().min(1).max(2000),
  includes: z.array(line).max(20),
  excludes: z.array(line).max(20),
  /** What the drafter could not settle. People see it; an instruction never does. Absent in versions of before. */
  questions: z.array(line).max(20).default([]),
  typical: z.array(z.string().trim().min(1).max(200)).max(20),
  positives: z.array(exampleSchema).max(12),
  negatives: z.array(exampleSchema).max(12),
  /** Further wordings of the definition, the other language's among them. Absent in versions of before. */
  paraphrases: z
    .object({
      en: z.array(paraphrase).max(MOST_PARAPHRASES).default([]),
      zh: z.array(paraphrase).max(MOST_PARAPHRASES).default([]),
    })
    .default({ en: [], zh: [] }),
})
export type GuidelineContent = z.infer<typeof guidelineContentSchema>
