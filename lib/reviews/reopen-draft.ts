import type { Tx } from '@/lib/platform/db'

/**
 * Asks for decisions on a settled draft once more: it waits again, with as many open places as its kind's plan wants now. What was
 * decided before stays on record and counts no more. Inside `holdArtifact`; the caller writes the audit row.
 */
export async function reopenDraft(tx: Tx, versionId: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM review_slot WHERE version_id = ${versionId}::uuid`
  await tx.$executeRaw`
    WITH reopened AS (
      UPDATE draft w SET state = 'waiting', settled_at = NULL,
        overlap = COALESCE((SELECT p.overlap FROM review_plan p
          WHERE p.project_id = w.project_id AND p.kind = w.kind), w.overlap),
        votes_after = COALESCE((SELECT max(d.number) FROM decision d WHERE d.version_id = w.version_id), 0)
      WHERE w.version_id = ${versionId}::uuid RETURNING *),
    dropped AS (
      UPDATE draft w SET state = 'superseded', settled_at = NULL FROM version v, reopened r
      WHERE v.id = w.version_id AND v.parent_id = r.version_id AND w.state = 'proposed')
    INSERT INTO review_slot (version_id, number, project_id, position, kind, sort_key, assigned_to, author_id)
    SELECT r.version_id, place, r.project_id, r.position, r.kind,
      gloss_sort_key(r.kind, COALESCE(p.strategy, 'oldest'), r.position, r.doubt, r.touches, r.label), r.assigned_to, r.author_id
    FROM reopened r LEFT JOIN review_plan p ON p.project_id = r.project_id AND p.kind = r.kind,
      generate_series(1, r.overlap) place`
}
