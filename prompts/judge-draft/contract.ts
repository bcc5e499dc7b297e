import { z } from 'zod'
import { definePrompt } from '@/lib/calls/define-prompt'
import {
  aboutCorpusShape,
  figureSchema,
  namedLabelSchema,
  sampleSchema,
  writtenGuidelineSchema,
} from '@/lib/calls/prompts/schema'
import { kindsOf, line, showFigures, showGuidelines, showLabel, showSamples } from '@/prompts/show-inputs'

/** What can be advised on. */
export const judgedKinds = ['guideline', 'rule', 'application', 'format'] as const

const inputSchema = z.object({
  ...aboutCorpusShape,
  kind: z.enum(judgedKinds),
  labels: z.array(namedLabelSchema).max(200).default([]),
  /** The draft, line by line: `definition` 0, `includes` 0, 1, 2 and so on. */
  lines: z
    .array(z.object({ field: z.string().max(60), line: z.number().int().nonnegative(), text: z.string() }))
    .min(1)
    .max(120),
  figures: z.array(figureSchema).max(400).default([]),
  samples: z.array(sampleSchema).max(40).default([]),
  /** Guidelines that people have approved and that the draft must go with. */
  guidelines: z.array(writtenGuidelineSchema).max(40).default([]),
})

export const verdicts = ['supported', 'unsupported', 'contradicted', 'unclear'] as const
const outputSchema = z.object({
  advice: z
    .array(
      z.object({
        field: z.string().max(60),
        line: z.number().int().nonnegative(),
        why: z.string().trim().min(1).max(600),
        verdict: z.enum(verdicts),
      }),
    )
    .max(120)
    .default([]),
  overall: z.string().trim().min(1).max(1200),
})
export type Judged = z.infer<typeof outputSchema>

/** What a second reader would point out in a draft, held against its evidence. Advice to the people who decide, and nothing else. */
export const judgeDraft = definePrompt({
  name: 'judge-draft',
  version: 1,
  role: 'judge',
  input: inputSchema,
  output: outputSchema,
  parameters: { temperature: 0, maxTokens: 3000 },
  choose: ({ form, language, kind, figures }) => ({
    ...{ task: form, marking: form, figure: kindsOf(figures), language, kind },
  }),
  blocks: ({ corpus, labels, lines, figures, samples, guidelines }) => ({
    corpus: line(corpus),
    labels: labels.map(showLabel),
    draft: lines.map((one) => line(one)),
    figures: showFigures(figures),
    samples: showSamples(samples),
    guidelines: showGuidelines(guidelines),
  }),
  check({ lines }, { advice }) {
    return advice.flatMap(({ field, line: at }) =>
      lines.some((one) => one.field === field && one.line === at)
        ? []
        : [`The draft has no line ${at} in "${field}".`],
    )
  },
})
