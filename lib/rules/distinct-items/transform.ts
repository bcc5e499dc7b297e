import { z } from 'zod'
import { countItems } from '@/lib/rules/count-items'
import { keepItems } from '@/lib/rules/keep-items'
import type { TransformDefinition } from '@/lib/rules/model'
import { stateScope } from '@/lib/rules/state-scope'

const parametersSchema = z.object({})
type Parameters = z.infer<typeof parametersSchema>

/** Nothing twice under one label: of items that say the same the first. */
export const distinctItems: TransformDefinition<Parameters> = {
  name: 'distinct-items',
  family: 'multiplicity',
  forms: ['ner', 're', 'spo', 'kg', 'ee', 'eet', 'eea', 'openie'],
  parameters: parametersSchema,
  applyLowered: (lowered, of) =>
    keepItems(lowered, of, (items) => {
      if (items.length < 2) return items
      const seen = new Set<string>()
      return items.filter(({ item }) => {
        const said = JSON.stringify(item)
        return !seen.has(said) && seen.add(said)
      })
    }),
  concerns: (of) => countItems(of).some((count) => count > 1),
  statement: (_, scope) =>
    stateScope(scope, {
      en: [
        'List nothing twice under one heading: of identical entries keep the first.',
        'Entries that read exactly the same are given once.',
        'Remove duplicates; an entry that was already listed is not repeated.',
      ],
      zh: [
        '同一栏目下不要重复列出：完全相同的条目只保留第一个。',
        '写出来一模一样的条目只给一次。',
        '去除重复，已经列过的条目不再列出。',
      ],
    }),
}
