import type { TransformDefinition } from '@/lib/rules/model'
import { type Among, amongSchema, hasSeveral, lengthOf, pruneSpans } from '@/lib/rules/prune-spans'
import { stateScope } from '@/lib/rules/state-scope'
import type { NerSpan } from '@/lib/tasks/ner/gold'

/** Of spans that overlap only the longest; of equally long ones the first. The very same place twice is not an overlap. */
export const longestSpan: TransformDefinition<Among> = {
  name: 'longest-span',
  family: 'granularity',
  forms: ['ner'],
  parameters: amongSchema,
  applyGold(of, parameters) {
    const chosen = new Map<string, ReadonlySet<NerSpan>>()
    return pruneSpans(of, parameters, (span, others) => {
      const key = parameters.among === 'any-label' ? '' : span.label
      const kept = chosen.get(key) ?? chooseLongest(others)
      chosen.set(key, kept)
      return !kept.has(span)
    })
  },
  concerns: hasSeveral,
  statement: ({ among }, scope) => {
    const [en, zh] = among === 'same-label' ? [' of the same type', '同一类型的'] : ['', '']
    return stateScope(scope, {
      en: [
        `Where mentions${en} overlap, give the longest of them only.`,
        `Of two mentions${en} that share words, the longer one counts and the other is left out.`,
        `No two mentions${en} may overlap: keep the one with the most characters, the earlier of equals.`,
      ],
      zh: [
        `${zh}提及互相重叠时，只给出其中最长的一个。`,
        `两个${zh}提及有共同的词语时，保留较长的，舍去另一个。`,
        `${zh}提及之间不得重叠：保留字符最多的，同样长时保留靠前的。`,
      ],
    })
  },
}

function chooseLongest(spans: readonly NerSpan[]): ReadonlySet<NerSpan> {
  const kept = new Set<NerSpan>()
  const byLength = spans.toSorted((a, b) => lengthOf(b) - lengthOf(a) || a.start - b.start)
  for (const span of byLength) if (![...kept].some((other) => isOverlap(span, other))) kept.add(span)
  return kept
}

function isOverlap(a: NerSpan, b: NerSpan): boolean {
  const isSame = a.start === b.start && a.end === b.end
  return !isSame && a.start < b.end && b.start < a.end
}
