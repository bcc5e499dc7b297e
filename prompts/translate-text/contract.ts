import { z } from 'zod'
import { definePrompt } from '@/lib/calls/define-prompt'
import { phraseLanguageSchema } from '@/lib/tasks/model'
import { line } from '@/prompts/show-inputs'

/** What the texts are: each has a voice of its own. */
export const translatedKinds = ['guideline', 'rule', 'request', 'name', 'question'] as const

const inputSchema = z
  .object({
    from: phraseLanguageSchema,
    to: phraseLanguageSchema,
    kind: z.enum(translatedKinds),
    /** Label names that stay as they are. */
    kept: z.array(z.string()).max(400).default([]),
    texts: z.array(z.string().min(1)).min(1).max(40),
  })
  .refine(({ from, to }) => from !== to, 'The languages have to differ')

const outputSchema = z.object({ texts: z.array(z.string().trim().min(1).max(4000)) })
export type Translated = z.infer<typeof outputSchema>

/** Guidelines, rules and requests from one of Gloss's languages into the other. */
export const translateText = definePrompt({
  name: 'translate-text',
  version: 1,
  role: 'drafter',
  input: inputSchema,
  output: outputSchema,
  parameters: { temperature: 0.2, maxTokens: 4000 },
  choose: ({ from, to, kind }) => ({ from, to, kind, style: to }),
  blocks: ({ texts, kept }) => ({
    texts: texts.map((text, at) => line({ n: at + 1, text })),
    kept: kept.map((name) => line({ name })),
  }),
  check({ texts }, value) {
    if (value.texts.length !== texts.length)
      return [
        `"texts" has ${value.texts.length} texts, and ${texts.length} were given: one for each, in their order.`,
      ]
    return texts.flatMap((text, at) => {
      const lost = slotsIn(text).filter((slot) => !value.texts[at]!.includes(slot))
      return lost.length > 0
        ? [`Text ${at + 1} lost ${lost.join(', ')}: slots in braces stay as they are.`]
        : []
    })
  },
})

const slotsIn = (text: string) => [...new Set(text.match(/\{[a-z]+\}/gi))]
