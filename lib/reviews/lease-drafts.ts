import type { ArtifactKind } from '@/lib/artifacts/model'
import { db, isUniqueViolation, sql } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import type { ProjectActor } from '@/lib/projects/model'
import { keepPresence } from '@/lib/reviews/keep-presence'
import { canTake, mayJudge } from '@/lib/reviews/model'
import { deskItems, readQueue, stands } from '@/lib/reviews/queries'
import { readStanding } from '@/lib/reviews/read-standing'
import { refuseDecision } from '@/lib/reviews/refuse-decision'
import type { DeskItem, QueueCounts } from '@/lib/reviews/schema'

type Wanted = { count?: number; kind?: ArtifactKind; versionId?: string; includeSkipped?: boolean }
type Taken = { versionId: string; leasedUntil: Date; rank: number; position: bigint }

/** Takes the next drafts for this reviewer; nobody else gets them while the lease lasts. What they hold already comes first. */
export async function leaseDrafts(
  actor: ProjectActor,
  input: Wanted,
): Promise<{ items: DeskItem[]; counts: QueueCounts }> {
  refuseDecision(mayJudge(actor))
  const taken = await takePlaces(actor, input).catch((error: unknown) => {
    // Two requests of one person reached for two places of one draft at once; the second time sees the first's.
    if (isUniqueViolation(error)) return takePlaces(actor, input)
    throw error
  })
  if (input.versionId && !taken.some(({ versionId }) => versionId === input.versionId))
    await explainRefusal(actor, input.versionId)
  await keepPresence(actor, taken[0]?.versionId ?? null)
  const [items, counts] = await Promise.all([deskItems(taken), readQueue(actor)])
  return { items, counts }
}

/** One statement: renews leases that the caller holds, what they took last before the rest, then takes open places in the order of the queue. */
async function takePlaces(actor: ProjectActor, wanted: Wanted): Promise<Taken[]> {
  const { count = 3, kind, versionId = null, includeSkipped = false } = wanted
  const me = actor.id
  const project = sql`${actor.project.id}::uuid`
  const open = sql`s.project_id = ${project} AND s.closed_at IS NULL
    AND EXISTS (SELECT 1 FROM draft w WHERE w.version_id = s.version_id AND w.state = 'waiting'
      ${kind ? sql`AND w.kind = ${kind}` : sql``})`
  const free = sql`(s.holder_id IS NULL OR (s.holder_id <> ${me} AND s.leased_until < now()::timestamp))
    AND s.version_id IS DISTINCT FROM ${versionId}::uuid
    AND NOT EXISTS (SELECT 1 FROM review_slot o WHERE o.version_id = s.version_id AND o.closed_at IS NULL
      AND (o.holder_id = ${me} OR (o.number < s.number AND (o.holder_id IS NULL OR o.leased_until < now()::timestamp))))`
  const mine = sql`d.version_id = s.version_id AND d.reviewer_id = ${me} AND d.verdict <> 'undo' AND ${stands}`
  const skipped = includeSkipped
    ? sql`, skipped AS MATERIALIZED (
        SELECT s.version_id, s.number FROM review_slot s
        WHERE ${open} AND ${free}
          AND s.version_id IN (SELECT d.version_id FROM decision d
            WHERE d.project_id = ${project} AND d.reviewer_id = ${me} AND d.verdict = 'skip' AND ${stands})
          AND NOT EXISTS (SELECT 1 FROM decision d WHERE ${mine} AND d.verdict <> 'skip')
        ORDER BY s.position, s.number
        LIMIT ${count} - (SELECT count(*) FROM asked) - (SELECT count(*) FROM held) - (SELECT count(*) FROM fresh)
        FOR UPDATE OF s SKIP LOCKED)`
    : sql``
  return db.$queryRaw<Taken[]>`
    WITH asked AS MATERIALIZED (
      SELECT s.version_id, s.number FROM review_slot s
      WHERE s.version_id = ${versionId}::uuid AND ${open}
        AND (s.holder_id IS NULL OR s.holder_id = ${me} OR s.leased_until < now()::timestamp)
        AND NOT EXISTS (SELECT 1 FROM decision d WHERE ${mine} AND d.verdict <> 'skip')
      ORDER BY s.holder_id = ${me} DESC NULLS LAST, s.number LIMIT 1
      FOR UPDATE OF s),
    held AS MATERIALIZED (
      SELECT s.version_id, s.number FROM review_slot s
      WHERE ${open} AND s.holder_id = ${me} AND s.version_id IS DISTINCT FROM ${versionId}::uuid
      ORDER BY s.leased_until DESC, s.position LIMIT ${count} - (SELECT count(*) FROM asked)
      FOR UPDATE OF s),
    fresh AS MATERIALIZED (
      SELECT s.version_id, s.number FROM review_slot s
      WHERE ${open} AND ${free} AND NOT EXISTS (SELECT 1 FROM decision d WHERE ${mine})
      ORDER BY s.position, s.number
      LIMIT ${count} - (SELECT count(*) FROM asked) - (SELECT count(*) FROM held)
      FOR UPDATE OF s SKIP LOCKED)
    ${skipped},
    taken AS (
      SELECT * FROM (
        SELECT 0 AS rank, * FROM asked UNION ALL SELECT 1, * FROM held UNION ALL SELECT 2, * FROM fresh
        ${includeSkipped ? sql`UNION ALL SELECT 3, * FROM skipped` : sql``}) places
      LIMIT ${count}),
    leased AS (
      UPDATE review_slot s
      SET holder_id = ${me}, leased_until = now()::timestamp + make_interval(secs => ${env().GLOSS_LEASE_SECONDS})
      FROM taken t WHERE s.version_id = t.version_id AND s.number = t.number
      RETURNING s.version_id AS "versionId", s.leased_until AS "leasedUntil", t.rank, s.position)
    SELECT * FROM leased ORDER BY rank, position`
}

async function explainRefusal(actor: ProjectActor, versionId: string): Promise<void> {
  const refusal = canTake(actor, await readStanding(db, actor, { versionId }))
  const settled = refusal && refusal.reason !== 'lease-lost'
  refuseDecision(settled ? refusal : { ...refusal, reason: 'draft-held' })
}
