import { type GuidelineContent, guidelineContentSchema } from '@/lib/artifacts/kinds/guideline/content'
import { db } from '@/lib/platform/db'
import { sha256 } from '@/lib/platform/hash'

export type ReleasedGuideline = {
  artifactId: string
  corpusId: string | null
  label: string
  content: GuidelineContent
  versionId: string
  contentHash: string
  decisionId: string
  /** A stable pseudonym of the person who approved this text. */
  decidedBy: string
}

/**
 * The guidelines of a release, in an order that depends on nothing but them. This is the only way by which text reaches
 * composition: it leads through the release's item to the approval of a person and, by the hash, to what was approved.
 */
export async function releaseGuidelines(releaseId: string): Promise<ReleasedGuideline[]> {
  const rows = await db.$queryRaw<(Omit<ReleasedGuideline, 'content'> & { content: unknown })[]>`
    SELECT a.id AS "artifactId", a.corpus_id AS "corpusId", a.key AS label, v.content, v.id AS "versionId",
      v.content_hash AS "contentHash", d.id AS "decisionId", d.reviewer_id AS "decidedBy"
    FROM release_item i
    JOIN decision d ON d.id = i.decision_id AND d.version_id = i.version_id AND d.content_hash = i.content_hash
      AND d.verdict = 'approve' AND d.reviewer_kind = 'person'
    JOIN version v ON v.id = d.version_id AND v.content_hash = d.content_hash
    JOIN artifact a ON a.id = v.artifact_id AND a.kind = 'guideline'
    WHERE i.release_id = ${releaseId}::uuid
    ORDER BY a.corpus_id, a.key COLLATE "C", a.id`
  return rows.map((row) => ({
    ...row,
    content: guidelineContentSchema.parse(row.content),
    decidedBy: pseudonymOf(row.decidedBy),
  }))
}

function pseudonymOf(userId: string): string {
  return `reviewer-${sha256(userId).slice(0, 8)}`
}
