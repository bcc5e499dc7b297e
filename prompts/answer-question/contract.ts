import { z } from 'zod'
import { definePrompt } from '@/lib/calls/define-prompt'
import { phraseLanguageSchema } from '@/lib/tasks/model'

const inputSchema = z.object({
  language: phraseLanguageSchema,
  question: z.string().trim().min(1).max(20_000),
})

/** The answer to a question, by a model that sees nothing else: asked apart, answers are more accurate than together with their questions. */
export const answerQuestion = definePrompt({
  name: 'answer-question',
  version: 1,
  role: 'answerer',
  input: inputSchema,
  output: z.string().trim().min(1).max(40_000),
  isText: true,
  parameters: { temperature: 0.7, topP: 0.95, maxTokens: 4000 },
  choose: ({ language }) => ({ language }),
  blocks: ({ question }) => ({ question }),
})
