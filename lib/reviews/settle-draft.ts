import { KEEP_PLAN, sql, type Tx } from '@/lib/platform/db'
import { finishMerges } from '@/lib/reviews/finish-merges'
import type { Outcome } from '@/lib/reviews/model'

/**
 * Ends the wait of a draft as its votes want it: its places close, and the text that won, its own or an edit's, takes the place of
 * what was approved before. The edits of a disputed draft stay for the lead to choose from. Inside `holdArtifact`.
 */
export async function settleDraft(
  tx: Tx,
  of: { artifactId: string; versionId: string; outcome: Exclude<Outcome, { state: 'waiting' }> },
): Promise<void> {
  const { artifactId, versionId, outcome } = of
  const winner = outcome.state === 'approved' ? outcome.text.versionId : null
  const state = winner && winner !== versionId ? 'superseded' : outcome.state
  // As an array, so that no plan begins with all that was ever approved.
  const siblings = sql`ARRAY(SELECT id FROM version WHERE artifact_id = ${artifactId}::uuid)`
  await tx.$executeRaw`
    ${KEEP_PLAN} WITH closed AS (
      UPDATE review_slot SET closed_at = now()::timestamp
      WHERE version_id = ${versionId}::uuid AND closed_at IS NULL),
    before AS MATERIALIZED (
      SELECT version_id FROM draft
      WHERE version_id = ANY(${siblings}) AND state = 'approved' AND version_id <> ${winner}::uuid),
    replaced AS (
      UPDATE draft SET state = 'superseded' WHERE version_id IN (SELECT version_id FROM before)),
    edits AS (
      UPDATE draft w SET state = 'superseded' FROM version v
      WHERE w.version_id = ANY(${siblings}) AND v.id = w.version_id AND v.parent_id = ${versionId}::uuid
        AND w.state = 'proposed'
        AND v.id IS DISTINCT FROM ${winner}::uuid AND ${state} <> 'disputed')
    UPDATE draft SET settled_at = now()::timestamp,
      state = CASE version_id WHEN ${winner}::uuid THEN 'approved' ELSE ${state} END,
      replaces_id = CASE version_id WHEN ${winner}::uuid
        THEN COALESCE((SELECT version_id FROM before LIMIT 1), replaces_id) ELSE replaces_id END
    WHERE version_id IN (${versionId}::uuid, COALESCE(${winner}::uuid, ${versionId}::uuid))`
  if (winner) await finishMerges(tx, winner)
}
