import { libraryKinds } from '@/lib/artifacts/model'
import type { Scope } from '@/lib/evaluation/enter-dashboard'
import type { Open } from '@/lib/evaluation/read-progress'
import type { Blocks, Coverage } from '@/lib/evaluation/schema'
import { db, sql } from '@/lib/platform/db'

/** Nobody waits for the rest to be counted. */
const MOST = 10_000

/** What stands between now and the next release, and what is ready for it. */
export async function readBlocks(
  { projectId }: Pick<Scope, 'projectId'>,
  of: { open: Open; coverage: Coverage[] },
): Promise<Blocks> {
  const project = sql`${projectId}::uuid`
  const [counts] = await db.$queryRaw<Pick<Blocks, 'disputed' | 'approvedSince' | 'latestRelease'>[]>`
    WITH latest AS (SELECT number, created_at FROM release WHERE project_id = ${project} ORDER BY number DESC LIMIT 1)
    SELECT (SELECT count(*)::int FROM draft WHERE project_id = ${project} AND state = 'disputed' AND kind <> 'node') AS disputed,
      (SELECT number FROM latest) AS "latestRelease",
      (SELECT count(*)::int FROM (
        SELECT 1 FROM draft WHERE project_id = ${project} AND state = 'approved' AND kind NOT IN ('record', 'node', 'syllabus')
          AND settled_at > COALESCE((SELECT created_at FROM latest), '-infinity') LIMIT ${MOST}) since) AS "approvedSince"`
  const waiting = libraryKinds.flatMap((kind) => {
    const count = of.open.get(kind) ?? 0
    return count > 0 ? [{ kind, count }] : []
  })
  const uncovered = of.coverage.reduce((sum, { labels, approved }) => sum + labels - approved, 0)
  return { waiting, uncovered, most: MOST, ...counts! }
}
