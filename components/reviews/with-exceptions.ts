import type { Marks } from '@/components/reviews/application-marks'
import type { RuleContent } from '@/lib/artifacts/kinds/rule/content'

/** The rule with an exception for each application that was found wrong; the very same where there is none. */
export function withExceptions(content: RuleContent, marks: Marks): RuleContent {
  const known = new Set(content.exceptions.map(({ ordinal }) => ordinal))
  const added = [...marks].flatMap(([ordinal, mark]) =>
    mark.right || known.has(ordinal) ? [] : [{ ordinal, reason: mark.reason.trim() }],
  )
  if (added.length === 0) return content
  const exceptions = [...content.exceptions, ...added].sort((a, b) => a.ordinal - b.ordinal)
  return { ...content, exceptions }
}
