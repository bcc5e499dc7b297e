import { sql, type Tx } from '@/lib/platform/db'
import { reopenMerges } from '@/lib/reviews/finish-merges'
import { stands } from '@/lib/reviews/stands'

/**
 * Makes a draft wait again whose outcome was taken back: edits of it that others still vote for are proposed again, and the approval
 * before it is again the one that counts. Inside `holdArtifact`, after the votes that go are undone.
 */
export async function unsettleDraft(tx: Tx, versionId: string): Promise<void> {
  await reopenMerges(tx, versionId)
  const edits = sql`SELECT d.result_version_id FROM decision d JOIN draft of ON of.version_id = d.version_id
    WHERE d.version_id = ${versionId}::uuid AND d.verdict = 'edit' AND d.number > of.votes_after`
  await tx.$executeRaw`
    WITH settled AS MATERIALIZED (
      SELECT w.version_id, w.replaces_id FROM draft w
      WHERE w.state = 'approved' AND (w.version_id = ${versionId}::uuid OR w.version_id IN (${edits}))),
    restored AS (
      UPDATE draft SET state = 'approved'
      WHERE version_id IN (SELECT replaces_id FROM settled) AND state = 'superseded'),
    edited AS (
      UPDATE draft SET settled_at = NULL, replaces_id = NULL,
        state = CASE WHEN version_id IN (${edits} AND ${stands}) THEN 'proposed' ELSE 'superseded' END
      WHERE version_id IN (${edits}))
    UPDATE draft SET state = 'waiting', settled_at = NULL, replaces_id = NULL WHERE version_id = ${versionId}::uuid`
}
