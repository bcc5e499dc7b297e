import { endComparison } from '@/lib/artifacts/comparisons/end-comparison'
import type { ArtifactKind } from '@/lib/artifacts/model'
import type { Tx } from '@/lib/platform/db'
import { systemActor } from '@/lib/platform/model'
import { tellLeads } from '@/lib/reviews/adjudication/tell-leads'
import { outcomeOf, type Vote } from '@/lib/reviews/model'
import { findPlan } from '@/lib/reviews/plans/queries'
import { votesOn } from '@/lib/reviews/read-standing'
import { settleDraft } from '@/lib/reviews/settle-draft'

export const REPLANNED_AT_ONCE = 2000

type Task = {
  projectId: string
  kind: ArtifactKind
  /** Whom the plan asked before: drafts assigned otherwise were assigned by hand. */
  assignedBefore: string[]
}

/**
 * Makes drafts that wait, of a kind and behind a position, follow its plan: opens places or takes open ones away, never decided ones;
 * sorts and assigns them anew; and settles those that have all their decisions now. Run twice it does nothing more.
 */
export async function replanDrafts(
  tx: Tx,
  { projectId, kind, assignedBefore, after, limit }: Task & { after: bigint; limit: number },
): Promise<{ isDone: boolean; last: bigint; count: number }> {
  const { overlap, strategy, assignedTo } = await findPlan(tx, projectId, kind)
  const found = await tx.$queryRaw<{ versionId: string; position: bigint }[]>`
    SELECT version_id AS "versionId", position FROM draft
    WHERE project_id = ${projectId}::uuid AND state = 'waiting' AND kind = ${kind} AND position > ${after}
    ORDER BY position LIMIT ${limit}`
  const ids = found.map(({ versionId }) => versionId)
  await holdDrafts(tx, ids)
  await tx.$executeRaw`
    WITH planned AS (
      UPDATE draft SET overlap = ${overlap},
        assigned_to = CASE WHEN assigned_to = ${assignedBefore}::text[] THEN ${assignedTo}::text[] ELSE assigned_to END
      WHERE version_id = ANY(${ids}::uuid[]) AND state = 'waiting' RETURNING *)
    UPDATE review_slot s SET assigned_to = p.assigned_to,
      sort_key = gloss_sort_key(p.kind, ${strategy}, p.position, p.doubt, p.touches, p.label)
    FROM planned p WHERE s.version_id = p.version_id AND s.closed_at IS NULL`
  await fitPlaces(tx, ids)
  await tellLeads(tx, systemActor('review-plan'), { projectId, disputed: await settleDue(tx, ids) })
  return { isDone: found.length < limit, last: found.at(-1)?.position ?? after, count: found.length }
}

/** Locks artifacts before places, as deciding does. */
async function holdDrafts(tx: Tx, ids: string[]): Promise<void> {
  await tx.$executeRaw`
    WITH held AS MATERIALIZED (
      SELECT a.id FROM artifact a WHERE a.id IN (SELECT artifact_id FROM version WHERE id = ANY(${ids}::uuid[]))
      ORDER BY a.id FOR UPDATE)
    SELECT 1 FROM review_slot s
    WHERE s.version_id = ANY(${ids}::uuid[]) AND (SELECT count(*) FROM held) >= 0
    ORDER BY s.sort_key, s.number FOR UPDATE OF s`
}

/** As many open places as decisions are still missing. Those that nobody holds go first. */
async function fitPlaces(tx: Tx, ids: string[]): Promise<void> {
  await tx.$executeRaw`
    WITH missing AS (
      SELECT w.version_id, w.overlap - json_array_length(${votesOn}) AS count
      FROM draft w WHERE w.version_id = ANY(${ids}::uuid[]) AND w.state = 'waiting'),
    ranked AS (
      SELECT s.version_id, s.number, row_number() OVER (PARTITION BY s.version_id
        ORDER BY s.holder_id IS NOT NULL AND s.leased_until >= now()::timestamp DESC, s.number) AS rank
      FROM review_slot s JOIN missing USING (version_id) WHERE s.closed_at IS NULL),
    gone AS (
      DELETE FROM review_slot s USING ranked r JOIN missing m USING (version_id)
      WHERE s.version_id = r.version_id AND s.number = r.number AND r.rank > m.count)
    INSERT INTO review_slot (version_id, number, project_id, position, kind, sort_key, assigned_to, author_id, passed_by)
    SELECT one.version_id, one.last + place, one.project_id, one.position, one.kind, one.sort_key, one.assigned_to,
      one.author_id, one.passed_by
    FROM missing m CROSS JOIN LATERAL (
      SELECT s.*, count(*) OVER () AS open,
        (SELECT max(number) FROM review_slot o WHERE o.version_id = m.version_id) AS last
      FROM review_slot s WHERE s.version_id = m.version_id AND s.closed_at IS NULL LIMIT 1) one,
      generate_series(1, m.count - one.open) place`
}

/** Settles what has all its decisions now; returns what reviewers disagree about. */
async function settleDue(tx: Tx, ids: string[]): Promise<string[]> {
  const due = await tx.$queryRaw<{ versionId: string; artifactId: string; overlap: number; votes: Vote[] }[]>`
    SELECT w.version_id AS "versionId", v.artifact_id AS "artifactId", w.overlap, ${votesOn} AS votes
    FROM draft w JOIN version v ON v.id = w.version_id
    WHERE w.version_id = ANY(${ids}::uuid[]) AND w.state = 'waiting'
      AND NOT EXISTS (SELECT 1 FROM review_slot s WHERE s.version_id = w.version_id AND s.closed_at IS NULL)`
  const disputed: string[] = []
  for (const { overlap, votes, ...draft } of due) {
    const outcome = outcomeOf(overlap, votes)
    if (outcome.state === 'waiting') continue
    await settleDraft(tx, { ...draft, outcome })
    await endComparison(tx, draft.versionId)
    if (outcome.state === 'disputed') disputed.push(draft.versionId)
  }
  return disputed
}
