import { artifactKinds } from '@/lib/artifacts/model'
import { db, KEEP_PLAN, sql } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { namesOf } from '@/lib/reviews/model'
import { maysOwn } from '@/lib/reviews/read-standing'
import type { QueueCounts } from '@/lib/reviews/schema'
import { stands } from '@/lib/reviews/stands'

/** What waits for the caller in the queue (nodes of the taxonomy wait on the tree), what others hold, and the caller's own part. */
export async function readQueue(actor: ProjectActor): Promise<QueueCounts> {
  const [queue, [own]] = await Promise.all([countWaiting(actor.project.id), countOwn(actor)])
  const names = namesOf(actor)
  const { ownKinds, votedOn, ...counts } = own!
  const forMe = queue.filter(
    ({ kind, assignedTo, authorId }) =>
      (assignedTo.length === 0 || assignedTo.some((name) => names.includes(name))) &&
      (authorId !== actor.id || ownKinds.includes(kind)),
  )
  const waiting = forMe.reduce((sum, { count }) => sum + count, 0)
  return { waiting: Math.max(0, waiting - votedOn), ...counts }
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

type Own = Omit<QueueCounts, 'waiting'> & { ownKinds: string[]; votedOn: number }

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
        WHERE ${maysOwn(actor, sql`kind`)}) AS "ownKinds"`
}
