import type { Tx } from '@/lib/platform/db'

/**
 * Takes those of these versions that still wait out of the queue. Locks artifacts before places, as deciding does. The caller
 * writes the audit row of the deed that this is part of.
 */
export async function withdrawDrafts(tx: Tx, versionIds: readonly string[]): Promise<void> {
  const ids = [...versionIds]
  await tx.$executeRaw`
    WITH held AS MATERIALIZED (
      SELECT a.id FROM artifact a WHERE a.id IN (SELECT artifact_id FROM version WHERE id = ANY(${ids}::uuid[]))
      ORDER BY a.id FOR UPDATE)
    SELECT 1 FROM review_slot s
    WHERE s.version_id IN (SELECT v.id FROM held JOIN version v ON v.artifact_id = held.id WHERE v.id = ANY(${ids}::uuid[]))
    ORDER BY s.position, s.number FOR UPDATE OF s`
  await tx.$executeRaw`
    WITH withdrawn AS (
      UPDATE draft SET state = 'superseded', settled_at = now()::timestamp
      WHERE version_id = ANY(${ids}::uuid[]) AND state = 'waiting' RETURNING version_id)
    UPDATE review_slot SET closed_at = now()::timestamp
    WHERE closed_at IS NULL AND version_id IN (SELECT version_id FROM withdrawn)`
}
