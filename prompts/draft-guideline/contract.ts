import { z } from 'zod'
import { definePrompt } from '@/lib/calls/define-prompt'
import type { Prompt } from '@/lib/calls/prompts/model'
import {
  aboutCorpusShape,
  figureSchema,
  lessonsSchema,
  namedLabelSchema,
  sampleSchema,
  writtenGuidelineSchema,
} from '@/lib/calls/prompts/schema'
import {
  kindsOf,
  line,
  showFigures,
  showGuidelines,
  showLabel,
  showLessons,
  showSamples,
} from '@/prompts/show-inputs'

const inputSchema = z.object({
  ...aboutCorpusShape,
  label: namedLabelSchema,
  /** Labels that are taken for this one, or this one for them. */
  confusable: z.array(namedLabelSchema).max(40).default([]),
  /** What else the corpus labels. */
  others: z.array(namedLabelSchema).max(200).default([]),
  figures: z.array(figureSchema).max(400),
  /** Texts where the gold has the label, its items marked. */
  samples: z.array(sampleSchema).min(1).max(40),
  /** Texts where something looks like the label and the gold says otherwise: marked, with what it is instead, if anything. */
  contrasts: z.array(sampleSchema).max(20).default([]),
  /** The guideline so far, where there is one. */
  before: writtenGuidelineSchema.nullable().default(null),
  lessons: lessonsSchema,
})
type Input = z.infer<typeof inputSchema>

const said = z.string().trim().min(1).max(600)
/** From which list, which of its texts, and the words there; `tail`: the other end of a relation. A class has no words. */
const exampleSchema = z.object({
  list: z.enum(['samples', 'contrasts']),
  n: z.number().int().min(1),
  quote: z.string().max(2000).default(''),
  tail: z.string().max(2000).nullable().default(null),
  note: z.string().max(300).default(''),
})

const outputSchema = z.object({
  definition: z.string().trim().min(1).max(2000),
  includes: z.array(said).max(20).default([]),
  excludes: z.array(said).max(20).default([]),
  typical: z.array(z.string().trim().min(1).max(200)).max(20).default([]),
  /** What the evidence leaves open, for the people who decide. */
  questions: z.array(said).max(20).default([]),
  positives: z.array(exampleSchema).max(12).default([]),
  negatives: z.array(exampleSchema).max(12).default([]),
})
export type DraftedGuideline = z.infer<typeof outputSchema>

/** What a label means in a corpus, from what its gold shows. Its words in every version that can still be asked, the newest first. */
export const draftGuidelines = [defineVersion(1, 'prompt.md')]
export const draftGuideline = draftGuidelines[0]!

function defineVersion(version: number, document: string): Prompt<Input, DraftedGuideline> {
  return definePrompt({
    name: 'draft-guideline',
    version,
    document,
    role: 'drafter',
    input: inputSchema as z.ZodType<Input>,
    output: outputSchema,
    parameters: { temperature: 0.4, maxTokens: 4000 },
    choose: ({ form, language, figures }) => ({
      ...{ task: form, marking: form, figure: kindsOf(figures), language, voice: language },
    }),
    blocks: ({ corpus, label, confusable, others, figures, samples, contrasts, before, lessons }) => ({
      corpus: line(corpus),
      label: showLabel(label),
      confusable: confusable.map(showLabel),
      others: others.map(({ label: other }) => line({ label: other })),
      figures: showFigures(figures),
      samples: showSamples(samples),
      contrasts: showSamples(contrasts),
      before: showGuidelines(before ? [before] : []),
      ...showLessons(lessons),
    }),
    caps: { others: 4000, figures: 14_000, samples: 20_000, contrasts: 10_000, edits: 8000, avoid: 3000 },
  })
}
