import { z } from 'zod'
import { editMentions } from '@/lib/rules/edit-mentions'
import { listMentions } from '@/lib/rules/list-mentions'
import type { Statement, TransformDefinition, TransformName } from '@/lib/rules/model'
import { type Edge, findEdge, moveEdge } from '@/lib/rules/move-edge'
import { exampleWords, stateScope } from '@/lib/rules/state-scope'
import { readerOf } from '@/lib/tasks/ner/gold'

/** Whether such words belong to a mention, and which they are. */
const edgeParametersSchema = z.object({
  mode: z.enum(['include', 'drop']),
  words: z.array(z.string().trim().min(1).max(60)).min(1).max(200),
})
export type EdgeParameters = z.infer<typeof edgeParametersSchema>

/** What the rule says for either mode. Slot: `{words}`, the words that it holds. */
export type EdgeStatements = Record<EdgeParameters['mode'], Statement>

/** A transform about words at one edge of mentions: in or out. */
export function defineEdgeRule(of: {
  name: TransformName
  side: Edge['side']
  letters: Edge['letters']
  beside: Edge['beside']
  statements: EdgeStatements
}): TransformDefinition<EdgeParameters> {
  const edgeOf = ({ mode, words }: EdgeParameters): Edge => ({ ...of, mode, words })
  return {
    name: of.name,
    family: 'boundary',
    forms: ['ner', 're', 'spo', 'kg', 'ee', 'eea', 'eet', 'mrc', 'openie'],
    parameters: edgeParametersSchema,
    applyGold(application, parameters) {
      const edge = edgeOf(parameters)
      return editMentions(application, (mention, reader) =>
        moveEdge(application.text, { mention, reader, edge }),
      )
    },
    concerns(application, parameters) {
      const [reader, edge] = [readerOf(application.text), edgeOf(parameters)]
      return listMentions(application).some((mention) => {
        const { inside, outside } = findEdge(application.text, { mention, reader, edge })
        return inside !== '' || outside !== ''
      })
    },
    statement({ mode, words }, scope) {
      const { en, zh } = of.statements[mode]
      const filled = {
        en: en.map((sentence) => sentence.replace('{words}', () => exampleWords(words, 'en'))),
        zh: zh.map((sentence) => sentence.replace('{words}', () => exampleWords(words, 'zh'))),
      }
      return stateScope(scope, filled)
    },
  }
}
