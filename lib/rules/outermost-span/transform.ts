import type { TransformDefinition } from '@/lib/rules/model'
import { type Among, amongSchema, hasSeveral, holds, pruneSpans } from '@/lib/rules/prune-spans'
import { stateScope } from '@/lib/rules/state-scope'

/** Of nested spans only the outermost. */
export const outermostSpan: TransformDefinition<Among> = {
  name: 'outermost-span',
  family: 'granularity',
  forms: ['ner'],
  parameters: amongSchema,
  applyGold: (of, parameters) =>
    pruneSpans(of, parameters, (span, others) => others.some((other) => holds(other, span))),
  concerns: hasSeveral,
  statement: ({ among }, scope) => {
    const [en, zh] = among === 'same-label' ? [' of the same type', '同一类型的'] : ['', '']
    return stateScope(scope, {
      en: [
        `A mention that lies inside a longer one${en} is left out: only the outermost counts.`,
        `Do not nest mentions. Where one${en} contains another, give the containing one alone.`,
        `List no mention that is part of another${en}.`,
      ],
      zh: [
        `如果一个提及完全位于另一个更长的${zh}提及之内，就不要列出，只保留最外层。`,
        `提及不嵌套：一个${zh}提及包含另一个时，只给出外层的那个。`,
        `凡是另一个${zh}提及的组成部分，都不单独列出。`,
      ],
    })
  },
}
