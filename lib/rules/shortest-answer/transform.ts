import { z } from 'zod'
import type { TransformDefinition } from '@/lib/rules/model'
import { codePointLength } from '@/lib/tasks/model'
import type { MrcGold } from '@/lib/tasks/mrc/gold'

const parametersSchema = z.object({})
type Parameters = z.infer<typeof parametersSchema>

/** Reading: of several wordings that are right only the shortest, the first of equals. Choices among options stay. */
export const shortestAnswer: TransformDefinition<Parameters> = {
  name: 'shortest-answer',
  family: 'extent',
  forms: ['mrc'],
  parameters: parametersSchema,
  applyGold({ gold }) {
    const { answers, options } = gold as MrcGold
    if (answers.length < 2 || options) return gold
    const lengths = answers.map(({ text }) => codePointLength(text))
    return { ...(gold as MrcGold), answers: [answers[lengths.indexOf(Math.min(...lengths))]!] }
  },
  concerns: ({ gold }) => {
    const { answers, options } = gold as MrcGold
    return answers.length > 0 && !options
  },
  statement: () => ({
    en: [
      'Give one answer: the shortest wording of the input that answers the question.',
      'Answer with as few words of the input as answer the question, and give no alternatives.',
      'Where several passages would do, the shortest is the answer.',
    ],
    zh: [
      '只给出一个答案：输入文本中能回答问题的最短说法。',
      '用原文中尽可能少的词语作答，不给出其他备选。',
      '若有多处都能作答，以最短的一处为答案。',
    ],
  }),
}
