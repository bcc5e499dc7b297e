import type { ContentIssue } from '@/lib/artifacts/kinds/kind-definition'
import type { PairContent } from '@/lib/artifacts/kinds/pair/content'

/** S1 asks about one session, S2 about two with a concept of each at least. */
export function checkContent({ strategy, sessions, concepts }: PairContent): ContentIssue[] {
  const wanted = strategy === 's1' ? 1 : 2
  const issues: ContentIssue[] = []
  if (new Set(sessions).size !== wanted || sessions.length !== wanted)
    issues.push({ path: 'sessions', code: 'sessions-of-strategy' })
  if (new Set(concepts).size < Math.max(wanted, concepts.length))
    issues.push({ path: 'concepts', code: 'concepts-of-strategy' })
  return issues
}
