import { z } from 'zod'
import { isInScope, type TransformDefinition } from '@/lib/rules/model'
import { hasSeveral } from '@/lib/rules/prune-spans'
import { stateScope } from '@/lib/rules/state-scope'
import { type NerGold, readerOf } from '@/lib/tasks/ner/gold'

const parametersSchema = z.object({ letters: z.enum(['exact', 'folded']) })
type Parameters = z.infer<typeof parametersSchema>

/** Of mentions of the same words under one label only the first. */
export const firstMention: TransformDefinition<Parameters> = {
  name: 'first-mention',
  family: 'multiplicity',
  forms: ['ner'],
  parameters: parametersSchema,
  applyGold({ text, gold, scope }, { letters }) {
    const { spans } = gold as NerGold
    const reader = readerOf(text)
    const seen = new Set<string>()
    const left = spans.filter((span) => {
      if (!isInScope(scope, span.label)) return true
      const words = reader.words(span)
      const key = JSON.stringify([span.label, letters === 'folded' ? words.toLowerCase() : words])
      return !seen.has(key) && seen.add(key)
    })
    return left.length === spans.length ? gold : { spans: left }
  },
  concerns: hasSeveral,
  statement: ({ letters }, scope) => {
    const [en, zh] =
      letters === 'folded' ? [', whatever the case of its letters,', '（不计大小写）'] : ['', '']
    return stateScope(scope, {
      en: [
        `What is mentioned several times in the same words${en} is listed once, where it first appears.`,
        `Give only the first of several mentions with the same wording${en} and type.`,
        `Do not repeat a mention: later ones of the same wording${en} are left out.`,
      ],
      zh: [
        `同样的词语${zh}多次出现时，只在首次出现处列一次。`,
        `类型和措辞${zh}都相同的提及，只给出第一个。`,
        `不要重复提及：后面措辞相同${zh}的一律略去。`,
      ],
    })
  },
}
