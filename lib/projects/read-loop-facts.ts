import { db, sql } from '@/lib/platform/db'
import type { LoopFacts } from '@/lib/projects/model'

type Facts = LoopFacts & { latestRelease: number | null }

/** What the rule for the next step asks about a project. A corpus for testing needs no drafts. */
export async function readLoopFacts(projectId: string): Promise<Facts> {
  const mine = sql`${projectId}::uuid`
  const [facts] = await db.$queryRaw<Facts[]>`
    WITH latest AS (SELECT id, number FROM release WHERE project_id = ${mine} ORDER BY number DESC LIMIT 1),
      composed AS (SELECT id, number, released_at FROM run WHERE project_id = ${mine} AND state = 'done' ORDER BY number DESC LIMIT 1),
      standing AS (
        SELECT f.version_id FROM draft f JOIN version v ON v.id = f.version_id
          JOIN artifact a ON a.id = v.artifact_id
        WHERE f.project_id = ${mine} AND f.state = 'approved' AND a.retired_at IS NULL AND a.kind NOT IN ('record', 'node', 'syllabus'))
    SELECT
      (SELECT count(*)::int FROM corpus WHERE project_id = ${mine} AND state = 'ready') AS corpora,
      (SELECT jsonb_build_object('id', c.id, 'labels', jsonb_array_length(c.labels)) FROM corpus c
        WHERE c.project_id = ${mine} AND c.state = 'ready' AND c.split <> 'test' AND jsonb_array_length(c.labels) > 0
          AND NOT EXISTS (SELECT 1 FROM artifact a WHERE a.corpus_id = c.id)
          AND NOT EXISTS (SELECT 1 FROM job_run j WHERE j.subject_id = c.id::text
            AND j.state IN ('queued', 'running', 'retrying'))
        ORDER BY c.created_at LIMIT 1) AS undrafted,
      (SELECT count(*)::int FROM draft WHERE project_id = ${mine} AND state = 'waiting' AND kind <> 'node') AS waiting,
      (SELECT count(*)::int FROM standing) AS approved,
      (SELECT count(*)::int FROM standing s WHERE NOT EXISTS (
        SELECT 1 FROM release_item i JOIN latest ON latest.id = i.release_id
        WHERE i.version_id = s.version_id)) AS unreleased,
      (SELECT number FROM latest) AS "latestRelease",
      (SELECT jsonb_build_object('number', latest.number) FROM latest WHERE NOT EXISTS (
        SELECT 1 FROM run WHERE release_id = latest.id AND state IN ('queued', 'running', 'done'))) AS uncomposed,
      (SELECT jsonb_build_object('number', r.number, 'released', r.released_at IS NOT NULL) FROM composed r WHERE NOT EXISTS (
        SELECT 1 FROM export e WHERE e.run_id = r.id AND e.state IN ('queued', 'running', 'done'))) AS unexported`
  return facts!
}
