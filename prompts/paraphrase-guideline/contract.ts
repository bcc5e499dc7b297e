import { z } from 'zod'
import { definePrompt } from '@/lib/calls/define-prompt'
import {
  aboutCorpusShape,
  lessonsSchema,
  namedLabelSchema,
  writtenGuidelineSchema,
} from '@/lib/calls/prompts/schema'
import { line, showGuidelines, showLabel, showLessons } from '@/prompts/show-inputs'

const count = z.number().int().min(0).max(4)

const inputSchema = z.object({
  ...aboutCorpusShape,
  label: namedLabelSchema,
  guideline: writtenGuidelineSchema,
  /** How many further wordings are wanted of each language. */
  wanted: z.object({ en: count, zh: count }),
  /** Wordings that exist. */
  known: z.object({ en: z.array(z.string()), zh: z.array(z.string()) }).default({ en: [], zh: [] }),
  lessons: lessonsSchema,
})

const wordings = z.array(z.string().trim().min(1).max(2000)).max(4).default([])
const outputSchema = z.object({ en: wordings, zh: wordings })
export type Paraphrases = z.infer<typeof outputSchema>

/** Further wordings of a definition, in both languages, that mean neither more nor less. */
export const paraphraseGuideline = definePrompt({
  name: 'paraphrase-guideline',
  version: 1,
  role: 'drafter',
  input: inputSchema,
  output: outputSchema,
  parameters: { temperature: 0.8, maxTokens: 3000 },
  choose: ({ form, language }) => ({ task: form, language }),
  blocks: ({ label, guideline, wanted, known, lessons }) => ({
    label: showLabel(label),
    guideline: showGuidelines([guideline]),
    wanted: line(wanted),
    known: known.en.concat(known.zh).map((wording) => line({ wording })),
    ...showLessons(lessons),
  }),
  check({ wanted }, value) {
    return (['en', 'zh'] as const).flatMap((language) =>
      value[language].length === wanted[language]
        ? []
        : [`"${language}" has ${value[language].length} wordings, and ${wanted[language]} are wanted.`],
    )
  },
})
