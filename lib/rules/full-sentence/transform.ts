import { z } from 'zod'
import { editMentions } from '@/lib/rules/edit-mentions'
import { findSentence } from '@/lib/rules/find-sentence'
import { listMentions } from '@/lib/rules/list-mentions'
import type { TransformDefinition } from '@/lib/rules/model'
import { codePointLength } from '@/lib/tasks/model'

const parametersSchema = z.object({})
type Parameters = z.infer<typeof parametersSchema>

/** Reading: the whole sentence in which the answer stands, for an answer that stands in the text. */
export const fullSentence: TransformDefinition<Parameters> = {
  name: 'full-sentence',
  family: 'extent',
  forms: ['mrc'],
  parameters: parametersSchema,
  applyGold: (of) =>
    editMentions(of, ({ extent, words }, { unit }) => {
      if (!extent) return 'stays'
      const start = unit(extent.start)
      const place = { start, end: start + words.length }
      const sentence = findSentence(of.text, place)
      if (sentence.start === place.start && sentence.end === place.end) return 'stays'
      // A sentence begins at or before its answer, but for space at the beginning of the answer.
      const first =
        extent.start +
        (sentence.start < start
          ? -codePointLength(of.text.slice(sentence.start, start))
          : codePointLength(of.text.slice(start, sentence.start)))
      return { start: first, end: first + codePointLength(of.text.slice(sentence.start, sentence.end)) }
    }),
  concerns: (of) => listMentions(of).some(({ extent }) => extent),
  statement: () => ({
    en: [
      'Answer with the complete sentence of the input in which the answer stands, word for word.',
      'Do not answer in a fragment: copy the whole sentence that holds the answer.',
      'Quote the full sentence that contains the answer, from its first word to its full stop.',
    ],
    zh: [
      '请用输入文本中包含答案的完整句子作答，一字不改。',
      '不要只写片段，请照抄答案所在的整个句子。',
      '引用答案所在的整句话，从第一个字到句末标点。',
    ],
  }),
}
