import type { TransformDefinition } from '@/lib/rules/model'
import { type Among, amongSchema, hasSeveral, holds, pruneSpans } from '@/lib/rules/prune-spans'
import { stateScope } from '@/lib/rules/state-scope'

/** Of nested spans only the innermost. */
export const innermostSpan: TransformDefinition<Among> = {
  name: 'innermost-span',
  family: 'granularity',
  forms: ['ner'],
  parameters: amongSchema,
  applyGold: (of, parameters) =>
    pruneSpans(of, parameters, (span, others) => others.some((other) => holds(span, other))),
  concerns: hasSeveral,
  statement: ({ among }, scope) => {
    const [en, zh] = among === 'same-label' ? [' of the same type', '同一类型的'] : ['', '']
    return stateScope(scope, {
      en: [
        `A mention that contains a shorter one${en} is left out: only the innermost counts.`,
        `Where mentions${en} are nested, give the ones inside and not the one around them.`,
        `List no mention in which another${en} lies.`,
      ],
      zh: [
        `如果一个提及内部还有更短的${zh}提及，就不要列出外层，只保留最内层。`,
        `${zh}提及发生嵌套时，只给出里面的，不给出包住它们的。`,
        `内部含有其他${zh}提及的，一律不列。`,
      ],
    })
  },
}
