import { z } from 'zod'
import { editMentions } from '@/lib/rules/edit-mentions'
import { listMentions } from '@/lib/rules/list-mentions'
import type { TransformDefinition } from '@/lib/rules/model'
import { stateScope } from '@/lib/rules/state-scope'

const parametersSchema = z.object({})
type Parameters = z.infer<typeof parametersSchema>

/** No generic mention: one written in lower-case letters only. Writing without case has none. */
export const dropGeneric: TransformDefinition<Parameters> = {
  name: 'drop-generic',
  family: 'inclusion',
  forms: ['ner', 're', 'spo', 'kg'],
  parameters: parametersSchema,
  applyGold: (of) => editMentions(of, ({ words }) => (isGeneric(words) ? 'goes' : 'stays')),
  concerns: (of) => listMentions(of).length > 0,
  statement: (_, scope) =>
    stateScope(scope, {
      en: [
        'Names only: a mention without any capital letter or digit is generic, and is left out.',
        'Leave out mentions that are written entirely in lower case, such as common nouns.',
        'A mention must hold a capital letter or a digit; common words in lower case do not count.',
      ],
      zh: [
        '只要专有名称：不含大写字母或数字的提及属于泛指，不列出。',
        '全部由小写字母写成的提及（如普通名词）一律略去。',
        '提及中必须有大写字母或数字，小写的普通词语不算。',
      ],
    }),
}

function isGeneric(words: string): boolean {
  return /\p{Ll}/u.test(words) && !/[\p{Lu}\p{Lt}\p{N}]/u.test(words)
}
