import { type AddedVersion, addVersion } from '@/lib/artifacts/add-version'
import { enqueueDraft } from '@/lib/artifacts/enqueue-draft'
import type { ArtifactKind, Author, Content, EvidenceOf } from '@/lib/artifacts/model'
import { sql, type Tx } from '@/lib/platform/db'

export type ProposedVersion = AddedVersion & { position: bigint }

/**
 * Adds the next version of an artifact to the queue, with as many open places for reviewers as the plan of its kind says. What still
 * waited of this artifact is superseded and its places are closed. The caller writes the audit row of the deed that this is part of.
 */
export async function proposeVersion(
  tx: Tx,
  author: Author,
  given: {
    artifact: { id: string; projectId: string; kind: string; key: string }
    content: Content
    evidence?: EvidenceOf<ArtifactKind> | undefined
    parentId?: string | null | undefined
    /** The comparison whose other draft of the same label goes on waiting beside this one. */
    comparisonId?: string
  },
): Promise<ProposedVersion> {
  const { artifact, content, evidence, parentId = null } = given
  await tx.$queryRaw(sql`SELECT 1 FROM "artifact" WHERE id = ${artifact.id}::uuid FOR UPDATE`)
  const comparisonId = given.comparisonId ?? (await findComparison(tx, parentId))
  await supersedeWaiting(tx, artifact.id, { comparisonId, parentId })
  const version = await addVersion(tx, author, { artifactId: artifact.id, content, evidence, parentId })
  const position = await enqueueDraft(tx, { versionId: version.id, artifact, author, content, evidence })
  return { ...version, position }
}

/** The comparison that a version is part of. */
async function findComparison(tx: Tx, versionId: string | null): Promise<string | null> {
  if (!versionId) return null
  return (await tx.comparisonDraft.findUnique({ where: { versionId } }))?.comparisonId ?? null
}

/**
 * What waits or is disputed of an artifact, and the edits proposed for it, make room; but for the other draft of a comparison: that
 * one is decided by itself.
 */
async function supersedeWaiting(
  tx: Tx,
  artifactId: string,
  { comparisonId, parentId }: { comparisonId: string | null; parentId: string | null },
): Promise<void> {
  await tx.$executeRaw`
    WITH replaced AS (
      UPDATE draft w SET state = 'superseded', settled_at = CASE w.state WHEN 'proposed' THEN NULL ELSE now()::timestamp END
      FROM version v
      WHERE v.id = w.version_id AND v.artifact_id = ${artifactId}::uuid AND w.state IN ('waiting', 'disputed', 'proposed')
        AND (v.id IS NOT DISTINCT FROM ${parentId}::uuid OR NOT EXISTS (
          SELECT 1 FROM comparison_draft cd WHERE cd.comparison_id = ${comparisonId}::uuid
            AND cd.version_id = CASE w.state WHEN 'proposed' THEN v.parent_id ELSE v.id END))
      RETURNING w.version_id)
    UPDATE review_slot s SET closed_at = now()::timestamp FROM replaced r
    WHERE s.version_id = r.version_id AND s.closed_at IS NULL`
}
