import type { Tx } from '@/lib/platform/db'
import { holdArtifact } from '@/lib/reviews/read-standing'
import { stands } from '@/lib/reviews/stands'

/** Takes what waits or is disputed of a node out of the vote, with what was cast. Returns how its newest version stood. */
export async function closeDrafts(tx: Tx, nodeId: string): Promise<string> {
  const { versionId } = await tx.taxonomyNode.findUniqueOrThrow({ where: { id: nodeId } })
  await holdArtifact(tx, versionId!)
  const { state } = await tx.draft.findUniqueOrThrow({ where: { versionId: versionId! } })
  await tx.$executeRaw`
    WITH closed AS (
      UPDATE draft w SET state = 'superseded', settled_at = now()::timestamp FROM version v
      WHERE v.id = w.version_id AND v.artifact_id = ${nodeId}::uuid AND w.state IN ('waiting', 'disputed', 'proposed')
      RETURNING w.version_id)
    UPDATE review_slot SET closed_at = now()::timestamp
    WHERE closed_at IS NULL AND version_id IN (SELECT version_id FROM closed)`
  return state
}

/** Puts a version back into the vote that `closeDrafts` or a newer name took out of it: its votes count again, its other places are open. */
export async function reopenDraft(tx: Tx, versionId: string, wasState: string): Promise<void> {
  if (wasState !== 'waiting' && wasState !== 'disputed') return
  await holdArtifact(tx, versionId)
  await tx.$executeRaw`
    WITH again AS (
      UPDATE draft SET state = ${wasState}, settled_at = NULL
      WHERE version_id = ${versionId}::uuid AND state = 'superseded' RETURNING version_id, votes_after, state)
    UPDATE review_slot s SET closed_at = NULL, holder_id = NULL, leased_until = NULL FROM again a
    WHERE s.version_id = a.version_id AND a.state = 'waiting' AND NOT EXISTS (
      SELECT 1 FROM decision d WHERE d.version_id = s.version_id AND d.reviewer_id = s.holder_id AND d.number > a.votes_after
        AND d.verdict IN ('approve', 'edit', 'reject') AND ${stands})`
}
