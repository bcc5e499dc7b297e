import type { ArtifactKind } from '@/lib/artifacts/model'
import { db, KEEP_PLAN } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { type ProjectActor, roleAllows } from '@/lib/projects/model'
import { namesOf } from '@/lib/reviews/model'

type Wanted = { count?: number; kind?: ArtifactKind; versionId?: string; includeSkipped?: boolean }
export type TakenPlace = { versionId: string; leasedUntil: Date; rank: number; sortKey: string }

/**
 * Leases places for this reviewer in one call: what they hold first, then places whose lease is over, then free ones in the order of
 * the queue, read from an index that holds no others. The database's function says the rules.
 */
export async function takePlaces(actor: ProjectActor, wanted: Wanted): Promise<TakenPlace[]> {
  const { count = 3, kind = null, versionId = null, includeSkipped = false } = wanted
  return db.$queryRaw<TakenPlace[]>`
    ${KEEP_PLAN} SELECT * FROM gloss_take_places(${actor.project.id}::uuid, ${actor.id}, ${namesOf(actor)}::text[], ${kind}, ${count}::int,
      ${versionId}::uuid, ${includeSkipped}, ${roleAllows(actor.role, 'lead')}, ${env().GLOSS_LEASE_SECONDS}::float8)
    ORDER BY rank, "sortKey"`
}
