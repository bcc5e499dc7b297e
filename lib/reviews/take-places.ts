import type { ArtifactKind } from '@/lib/artifacts/model'
import { db, sql } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { type ProjectActor, roleAllows } from '@/lib/projects/model'
import { namesOf } from '@/lib/reviews/model'
import { maysOwn } from '@/lib/reviews/read-standing'
import { stands } from '@/lib/reviews/stands'

type Wanted = { count?: number; kind?: ArtifactKind; versionId?: string; includeSkipped?: boolean }
export type TakenPlace = { versionId: string; leasedUntil: Date; rank: number; sortKey: string }

/**
 * One statement: renews leases that the caller holds, what they took last before the rest, then takes places whose lease is over, then
 * free ones in the order of the queue. Free places are read from an index that holds no others, one range per group of people that
 * drafts are assigned to; what others are taking at this moment is stepped over.
 */
export async function takePlaces(actor: ProjectActor, wanted: Wanted): Promise<TakenPlace[]> {
  const { count = 3, kind, versionId = null, includeSkipped = false } = wanted
  const me = actor.id
  const names = namesOf(actor)
  const project = sql`${actor.project.id}::uuid`
  const open = sql`s.project_id = ${project} AND s.closed_at IS NULL ${kind ? sql`AND s.kind = ${kind}` : sql``}`
  const lapsed = sql`s.holder_id <> ${me} AND s.leased_until < now()::timestamp`
  const notOwn = sql`(s.author_id IS DISTINCT FROM ${me} OR ${maysOwn(actor, sql`s.kind`)})`
  const forMe = sql`(s.assigned_to = '{}' OR s.assigned_to && ${names}::text[])`
  // Of several places that nobody has, the first; and one place of a draft for each.
  const first = sql`s.version_id IS DISTINCT FROM ${versionId}::uuid AND ${notOwn}
    AND NOT EXISTS (SELECT 1 FROM review_slot o WHERE o.version_id = s.version_id AND o.closed_at IS NULL
      AND (o.holder_id = ${me} OR (o.number < s.number AND (o.holder_id IS NULL OR o.leased_until < now()::timestamp))))`
  const voted = sql`EXISTS (SELECT 1 FROM decision d JOIN draft w ON w.version_id = d.version_id
    WHERE d.version_id = s.version_id AND d.reviewer_id = ${me} AND d.verdict IN ('approve', 'edit', 'reject')
      AND d.number > w.votes_after AND ${stands})`
  const skipped = includeSkipped
    ? sql`, skipped AS MATERIALIZED (
        SELECT s.version_id, s.number FROM review_slot s
        WHERE ${open} AND (s.holder_id IS NULL OR (${lapsed})) AND ${first} AND ${forMe} AND ${me} = ANY(s.passed_by)
          AND s.version_id IN (SELECT d.version_id FROM decision d
            WHERE d.project_id = ${project} AND d.reviewer_id = ${me} AND d.verdict = 'skip' AND ${stands})
          AND NOT ${voted}
        ORDER BY s.sort_key, s.number
        LIMIT ${count} - (SELECT count(*) FROM asked) - (SELECT count(*) FROM held) - (SELECT count(*) FROM lapsed)
          - (SELECT count(*) FROM fresh)
        FOR UPDATE OF s SKIP LOCKED)`
    : sql``
  return db.$queryRaw<TakenPlace[]>`
    WITH RECURSIVE asked AS MATERIALIZED (
      SELECT s.version_id, s.number FROM review_slot s
      WHERE s.version_id = ${versionId}::uuid AND ${open} AND (s.holder_id IS NULL OR s.holder_id = ${me} OR ${lapsed})
        AND NOT ${voted} AND ${notOwn} AND (${forMe} OR s.holder_id = ${me} OR ${roleAllows(actor.role, 'lead')})
      ORDER BY s.holder_id = ${me} DESC NULLS LAST, s.number LIMIT 1
      FOR UPDATE OF s),
    latest AS MATERIALIZED (
      SELECT s.version_id, s.number FROM review_slot s
      WHERE ${open} AND s.holder_id = ${me} AND s.version_id IS DISTINCT FROM ${versionId}::uuid
      ORDER BY s.leased_until DESC, s.sort_key LIMIT ${count} - (SELECT count(*) FROM asked)),
    held AS MATERIALIZED (
      SELECT s.version_id, s.number FROM latest l JOIN review_slot s USING (version_id, number)
      WHERE ${open} AND s.holder_id = ${me}
      ORDER BY s.sort_key, s.number FOR UPDATE OF s),
    lapsed AS MATERIALIZED (
      SELECT s.version_id, s.number FROM review_slot s
      WHERE ${open} AND s.holder_id IS NOT NULL AND ${lapsed} AND ${first} AND ${forMe} AND NOT ${me} = ANY(s.passed_by)
      ORDER BY s.leased_until LIMIT ${count} - (SELECT count(*) FROM asked) - (SELECT count(*) FROM held)
      FOR UPDATE OF s SKIP LOCKED),
    groups AS (
      (SELECT s.assigned_to FROM review_slot s WHERE s.project_id = ${project} AND s.closed_at IS NULL AND s.holder_id IS NULL
        ORDER BY s.assigned_to LIMIT 1)
      UNION ALL
      SELECT (SELECT s.assigned_to FROM review_slot s WHERE s.project_id = ${project} AND s.closed_at IS NULL
          AND s.holder_id IS NULL AND s.assigned_to > g.assigned_to ORDER BY s.assigned_to LIMIT 1)
      FROM groups g WHERE g.assigned_to IS NOT NULL),
    fresh AS MATERIALIZED (
      SELECT f.version_id, f.number FROM groups g CROSS JOIN LATERAL (
        SELECT s.version_id, s.number, s.sort_key FROM review_slot s
        WHERE ${open} AND s.holder_id IS NULL AND s.assigned_to = g.assigned_to
          AND ${first} AND NOT ${me} = ANY(s.passed_by)
        ORDER BY s.sort_key, s.number
        LIMIT ${count} - (SELECT count(*) FROM asked) - (SELECT count(*) FROM held) - (SELECT count(*) FROM lapsed)
        FOR UPDATE OF s SKIP LOCKED) f
      WHERE g.assigned_to = '{}' OR g.assigned_to && ${names}::text[]
      ORDER BY f.sort_key, f.number LIMIT ${count})
    ${skipped},
    taken AS (
      SELECT * FROM (
        SELECT 0 AS rank, * FROM asked UNION ALL SELECT 1, * FROM held UNION ALL SELECT 2, * FROM lapsed
        UNION ALL SELECT 3, * FROM fresh
        ${includeSkipped ? sql`UNION ALL SELECT 4, * FROM skipped` : sql``}) places
      ORDER BY rank LIMIT ${count}),
    leased AS (
      UPDATE review_slot s
      SET holder_id = ${me}, leased_until = now()::timestamp + make_interval(secs => ${env().GLOSS_LEASE_SECONDS})
      FROM taken t WHERE s.version_id = t.version_id AND s.number = t.number
      RETURNING s.version_id AS "versionId", s.leased_until AS "leasedUntil", t.rank, s.sort_key AS "sortKey")
    SELECT * FROM leased ORDER BY rank, "sortKey"`
}
