import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import type { ProjectActor } from '@/lib/projects/model'
import { findPlaces } from '@/lib/reviews/gold/find-places'

/**
 * The heartbeat of a desk: everything that the caller holds stays theirs for another while, in one statement. What is not in the
 * answer they hold no more. Locks places in the order of the queue, as everybody does who locks several.
 */
export async function renewLeases(
  actor: ProjectActor,
): Promise<{ leases: { versionId: string; leasedUntil: string }[] }> {
  const rows = await db.$queryRaw<{ versionId: string; leasedUntil: Date }[]>`
    WITH held AS MATERIALIZED (
      SELECT version_id, number FROM review_slot
      WHERE project_id = ${actor.project.id}::uuid AND holder_id = ${actor.id} AND closed_at IS NULL
      ORDER BY sort_key, number FOR UPDATE),
    here AS (
      UPDATE presence SET seen_at = now()::timestamp
      WHERE project_id = ${actor.project.id}::uuid AND user_id = ${actor.id})
    UPDATE review_slot s SET leased_until = now()::timestamp + make_interval(secs => ${env().GLOSS_LEASE_SECONDS})
    FROM held h WHERE s.version_id = h.version_id AND s.number = h.number
    RETURNING s.version_id AS "versionId", s.leased_until AS "leasedUntil"`
  const leases = rows.map(({ versionId, leasedUntil }) => ({
    versionId,
    leasedUntil: leasedUntil.toISOString(),
  }))
  const until =
    leases[0]?.leasedUntil ?? new Date(Date.now() + env().GLOSS_LEASE_SECONDS * 1000).toISOString()
  const golds = (await findPlaces(actor, {})).filter(({ taken, skipped }) => taken && !skipped)
  return { leases: [...leases, ...golds.map(({ versionId }) => ({ versionId, leasedUntil: until }))] }
}
