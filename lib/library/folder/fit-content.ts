import type { ApplicationContent } from '@/lib/artifacts/kinds/application/content'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import type { RuleContent } from '@/lib/artifacts/kinds/rule/content'
import type { Content, LibraryKind } from '@/lib/artifacts/model'
import type { Tx } from '@/lib/platform/db'

export type Fitted = { content: Content; dropped: number }

/**
 * A content for another corpus. References to instances hold only in a corpus of the same file; elsewhere they are left out and
 * counted. An answer under a rule is nothing without its instance: there it is null.
 */
export function fitContent(kind: LibraryKind, content: Content, isSameFile: boolean): Fitted | null {
  if (isSameFile || kind === 'format' || kind === 'pair') return { content, dropped: 0 }
  if (kind === 'application') return null
  if (kind === 'rule') {
    const rule = content as RuleContent
    return { content: { ...rule, exceptions: [] }, dropped: rule.exceptions.length }
  }
  const guideline = content as GuidelineContent
  const dropped = guideline.positives.length + guideline.negatives.length
  return { content: { ...guideline, positives: [], negatives: [] }, dropped }
}

/** An answer under the rule of another project: the version there that says the same, or null. */
export async function findRule(
  tx: Tx,
  of: { projectId: string; corpusId: string; key: string; hash: string },
): Promise<string | null> {
  const { projectId, corpusId, key, hash } = of
  const found = await tx.version.findFirst({
    where: { contentHash: hash, artifact: { projectId, corpusId, key, kind: 'rule' } },
    orderBy: { number: 'desc' },
    select: { id: true },
  })
  return found?.id ?? null
}

export function underRule(content: Content, ruleVersionId: string): ApplicationContent {
  return { ...(content as ApplicationContent), ruleVersionId }
}
