import { artifactKinds } from '@/lib/artifacts/model'
import { db, KEEP_PLAN, sql } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { isSettled } from '@/lib/reviews/gold/find-places'
import { namesOf } from '@/lib/reviews/model'
import { maysOwn } from '@/lib/reviews/read-standing'
import type { QueueCounts } from '@/lib/reviews/schema'
import { stands } from '@/lib/reviews/stands'

/**
 * What waits for the caller in the queue (nodes of the taxonomy wait on the tree), what others hold, and the caller's own part. Gold
 * questions count as the drafts that they look like.
 */
export async function readQueue(actor: ProjectActor): Promise<QueueCounts> {
  const [queue, [own]] = await Promise.all([countWaiting(actor.project.id), countOwn(actor)])
  const names = namesOf(actor)
  const { ownKinds, warmingKinds, votedOn, gold, ...counts } = own!
  const forMe = queue.filter(
    ({ kind, assignedTo, authorId }) =>
      (assignedTo.length === 0 || assignedTo.some((name) => names.includes(name))) &&
      (authorId !== actor.id || ownKinds.includes(kind)) &&
      !warmingKinds.includes(kind),
  )
  const waiting = forMe.reduce((sum, { count }) => sum + count, 0)
  return {
    ...counts,
    waiting: Math.max(0, waiting - votedOn) + gold.open,
    decidedByMe: counts.decidedByMe + gold.answered,
    skippedByMe: counts.skippedByMe + gold.skipped,
  }
}

type Group = { kind: string; assignedTo: string[]; authorId: string | null; count: number }

/** Somebody at the desk is heard of every two minutes at least. */
const PRESENT_SECONDS = 150

// Counting a long queue costs more than everything else that a decision does, and nobody sees 60,000 become 59,999.
const LONG_QUEUE = 5000
const LONG_QUEUE_COUNT_MS = 2000
const longQueues = new Map<string, { queue: Promise<Group[]>; until: number }>()

/** Exact; of a long queue it is what was exact at most two seconds ago, and one counts it for all who ask meanwhile. */
async function countWaiting(projectId: string): Promise<Group[]> {
  const known = longQueues.get(projectId)
  if (known && known.until > Date.now()) return known.queue
  const queue = countGroups(projectId)
  const keep = () => longQueues.set(projectId, { queue, until: Date.now() + LONG_QUEUE_COUNT_MS })
  if (known) keep()
  try {
    const isLong = (await queue).reduce((sum, { count }) => sum + count, 0) > LONG_QUEUE
    if (isLong) keep()
    else longQueues.delete(projectId)
    return queue
  } catch (error) {
    longQueues.delete(projectId)
    throw error
  }
}

function countGroups(projectId: string): Promise<Group[]> {
  return db.$queryRaw`
    SELECT kind, assigned_to AS "assignedTo", author_id AS "authorId", count(*)::int AS count FROM draft
    WHERE project_id = ${projectId}::uuid AND state = 'waiting' AND kind <> 'node' GROUP BY 1, 2, 3`
}

type Own = Omit<QueueCounts, 'waiting'> & {
  ownKinds: string[]
  /** Of which the caller gets no drafts yet. */
  warmingKinds: string[]
  votedOn: number
  gold: { open: number; skipped: number; answered: number }
}

/**
 * Drafts that wait and that the caller has passed are few beside all that the caller ever decided: they are found by their open
 * places, and what was decided is counted day by day.
 */
function countOwn(actor: ProjectActor): Promise<Own[]> {
  const project = sql`${actor.project.id}::uuid`
  return db.$queryRaw`
    ${KEEP_PLAN} WITH passed AS MATERIALIZED (
      SELECT DISTINCT version_id FROM review_slot
      WHERE project_id = ${project} AND closed_at IS NULL AND kind <> 'node' AND passed_by <> '{}' AND ${actor.id} = ANY(passed_by)),
    deeds AS MATERIALIZED (
      SELECT p.version_id, d.verdict, d.number > w.votes_after AS counts
      FROM passed p JOIN draft w ON w.version_id = p.version_id AND w.state = 'waiting'
        JOIN decision d ON d.version_id = p.version_id AND d.reviewer_id = ${actor.id}
      WHERE d.verdict <> 'undo' AND ${stands})
    SELECT
      (SELECT count(DISTINCT version_id)::int FROM review_slot WHERE project_id = ${project} AND closed_at IS NULL
        AND holder_id IS NOT NULL AND holder_id <> ${actor.id} AND leased_until >= now()::timestamp) AS "heldByOthers",
      (SELECT COALESCE(sum(approved + edited + rejected), 0)::int FROM decision_day
        WHERE project_id = ${project} AND reviewer_id = ${actor.id}) AS "decidedByMe",
      (SELECT count(DISTINCT version_id)::int FROM deeds WHERE verdict = 'skip') AS "skippedByMe",
      (SELECT count(*)::int FROM deeds WHERE verdict <> 'skip' AND counts) AS "votedOn",
      COALESCE((SELECT json_agg(u.name ORDER BY p.seen_at DESC) FROM presence p JOIN "user" u ON u.id = p.user_id
        WHERE p.project_id = ${project} AND p.user_id <> ${actor.id}
          AND p.seen_at > now()::timestamp - make_interval(secs => ${PRESENT_SECONDS})), '[]'::json) AS others,
      ARRAY(SELECT kind FROM unnest(${[...artifactKinds]}::text[]) kind
        WHERE ${maysOwn(actor, sql`kind`)}) AS "ownKinds",
      ARRAY(SELECT s.kind FROM warm_up s JOIN review_plan p ON p.project_id = s.project_id AND p.kind = s.kind AND p.warm_up_count > 0
        WHERE s.project_id = ${project} AND s.reviewer_id = ${actor.id} AND s.state IN ('warming', 'failed')
          AND ${actor.role === 'annotator'}) AS "warmingKinds",
      (SELECT json_build_object('open', count(*) FILTER (WHERE g.closed_at IS NULL),
          'skipped', count(*) FILTER (WHERE g.closed_at IS NULL AND g.skipped_at IS NOT NULL),
          'answered', count(*) FILTER (WHERE g.closed_at IS NOT NULL AND g.purpose = 'seeded'))
        FROM gold_place g JOIN draft w ON w.version_id = g.version_id AND (g.closed_at IS NOT NULL OR ${isSettled})
          LEFT JOIN warm_up s ON s.project_id = g.project_id AND s.kind = g.kind AND s.reviewer_id = g.reviewer_id
        WHERE g.project_id = ${project} AND g.reviewer_id = ${actor.id} AND (g.taken_at IS NOT NULL OR g.purpose = 'warm-up')
          AND (g.purpose = 'seeded' OR (s.state = 'warming' AND s.round = g.round))) AS gold`
}
