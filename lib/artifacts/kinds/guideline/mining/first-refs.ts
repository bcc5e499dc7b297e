import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'

/** As many references as a screen shows at once. The others are read when somebody asks for more. */
export const FIRST_REFS = 12

/** What only a drafter has need of. */
const FOR_DRAFTERS = ['wordings', 'clearest', 'wider']

/** The evidence with every figure, and of the references behind each the first. */
export function firstRefs(evidence: GuidelineEvidence): GuidelineEvidence {
  return shorten(evidence)
}

function shorten<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(shorten) as Value
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    if (FOR_DRAFTERS.includes(key)) return []
    return [[key, key === 'refs' ? (inner as unknown[]).slice(0, FIRST_REFS) : shorten(inner)]]
  })
  return Object.fromEntries(entries) as Value
}
