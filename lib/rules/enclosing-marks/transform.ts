import { z } from 'zod'
import { editMentions } from '@/lib/rules/edit-mentions'
import { listMentions, type Mention } from '@/lib/rules/list-mentions'
import type { TransformDefinition } from '@/lib/rules/model'
import { moveMarks } from '@/lib/rules/move-marks'
import { exampleWords, stateScope } from '@/lib/rules/state-scope'
import { readerOf } from '@/lib/tasks/ner/gold'

const mark = z.string().trim().min(1).max(10)
const parametersSchema = z.object({
  mode: z.enum(['include', 'drop']),
  pairs: z
    .array(z.tuple([mark, mark]))
    .min(1)
    .max(50),
})
type Parameters = z.infer<typeof parametersSchema>

/** Quotation marks and brackets around a mention: part of it, or not. */
export const enclosingMarks: TransformDefinition<Parameters> = {
  name: 'enclosing-marks',
  family: 'boundary',
  forms: ['ner', 're', 'spo', 'kg', 'ee', 'eea', 'eet', 'mrc', 'openie'],
  parameters: parametersSchema,
  applyGold: (of, { mode, pairs }) =>
    editMentions(of, (mention, reader) => moveMarks(of.text, { mention, reader, mode, pairs })),
  concerns: (of, { pairs }) => {
    const reader = readerOf(of.text)
    const canMove = (mention: Mention, mode: Parameters['mode']) =>
      moveMarks(of.text, { mention, reader, mode, pairs }) !== 'stays'
    return listMentions(of).some((mention) => canMove(mention, 'drop') || canMove(mention, 'include'))
  },
  statement({ mode, pairs }, scope) {
    const shown = pairs.map(([open, close]) => `${open} ${close}`)
    const [en, zh] = [exampleWords(shown, 'en'), exampleWords(shown, 'zh')]
    if (mode === 'include')
      return stateScope(scope, {
        en: [
          `Marks that enclose a whole mention (${en}) are part of it.`,
          `Where a mention stands between ${en}, give it with both marks.`,
        ],
        zh: [
          `把整个提及括起来的符号（${zh}）算作提及的一部分。`,
          `提及如果位于${zh}之间，请连同两侧符号一起写出。`,
        ],
      })
    return stateScope(scope, {
      en: [
        `Marks that enclose a whole mention (${en}) are not part of it.`,
        `Give a mention without the marks around it, be they ${en}; marks inside it stay.`,
      ],
      zh: [
        `把整个提及括起来的符号（${zh}）不算提及的一部分。`,
        `写出提及时去掉外侧的${zh}，内部的符号保留。`,
      ],
    })
  },
}
