import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'

/** Gives back every draft that the caller holds, so that others need not wait for the leases to end; the caller has left the desk. */
export async function releaseLeases(actor: ProjectActor): Promise<Record<string, never>> {
  await db.$executeRaw`
    WITH gone AS (DELETE FROM presence WHERE project_id = ${actor.project.id}::uuid AND user_id = ${actor.id}),
    held AS MATERIALIZED (
      SELECT version_id, number FROM review_slot
      WHERE project_id = ${actor.project.id}::uuid AND holder_id = ${actor.id} AND closed_at IS NULL
      ORDER BY sort_key, number FOR UPDATE)
    UPDATE review_slot s SET holder_id = NULL, leased_until = NULL
    FROM held h WHERE s.version_id = h.version_id AND s.number = h.number`
  return {}
}
