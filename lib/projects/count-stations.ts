import { db, sql } from '@/lib/platform/db'

const stations = ['corpora', 'drafts', 'decisions', 'library', 'releases', 'exports'] as const
type Station = { count: number; week: number[] }
type Counts = {
  stations: Record<(typeof stations)[number], Station>
  instances: number
  instructions: number
}

const DAYS = 7

/**
 * How much is at each station of the loop, and how much came on each of the last seven days (UTC), oldest first.
 * An approval that an edit wrote beside itself counts with it, once; what was undone is counted and taken off again.
 */
export async function countStations(projectId: string): Promise<Counts> {
  const mine = sql`${projectId}::uuid`
  const rows = await db.$queryRaw<{ station: string; age: number; count: number; size: number }[]>`
    WITH moved AS (
      SELECT 'corpora' AS station, created_at AS at, count(*) AS count, sum(instance_count) AS size
        FROM corpus WHERE project_id = ${mine} AND state = 'ready' GROUP BY created_at
      UNION ALL
      SELECT 'drafts', date_trunc('day', created_at), count(*), 0
        FROM draft WHERE project_id = ${mine} AND kind <> 'node' GROUP BY 2
      UNION ALL
      SELECT 'decisions', created_at::date, count(*), 0
        FROM decision WHERE project_id = ${mine} AND verdict IN ('approve', 'reject') GROUP BY 2
      UNION ALL
      SELECT 'decisions', d.created_at::date, -count(*), 0
        FROM decision u JOIN decision d ON d.id = u.undoes_id
        WHERE u.project_id = ${mine} AND u.undoes_id IS NOT NULL AND d.verdict IN ('approve', 'reject') GROUP BY 2
      UNION ALL
      SELECT 'library', date_trunc('day', settled_at), count(*), 0
        FROM draft f JOIN version v ON v.id = f.version_id JOIN artifact a ON a.id = v.artifact_id
        WHERE f.project_id = ${mine} AND f.state = 'approved' AND a.retired_at IS NULL
          AND a.kind NOT IN ('record', 'node', 'syllabus') GROUP BY 2
      UNION ALL
      SELECT 'releases', created_at, count(*), 0 FROM release WHERE project_id = ${mine} GROUP BY 2
      UNION ALL
      SELECT 'exports', created_at, count(*), 0
        FROM export WHERE project_id = ${mine} AND state = 'done' GROUP BY 2
      UNION ALL
      SELECT 'runs', created_at, count(*), sum(instruction_count)
        FROM run WHERE project_id = ${mine} AND state = 'done' GROUP BY 2)
    SELECT station, least(now()::date - at::date, ${DAYS})::int AS age,
           sum(count)::float8 AS count, sum(size)::float8 AS size
    FROM moved GROUP BY 1, 2`
  const of = (station: string) => rows.filter((row) => row.station === station)
  const total = (station: string, what: 'count' | 'size') =>
    of(station).reduce((sum, row) => sum + row[what], 0)
  const week = (station: string) =>
    Array.from({ length: DAYS }, (_, i) => of(station).find((row) => row.age === DAYS - 1 - i)?.count ?? 0)
  return {
    stations: Object.fromEntries(
      stations.map((station) => [station, { count: total(station, 'count'), week: week(station) }]),
    ) as Counts['stations'],
    instances: total('corpora', 'size'),
    instructions: total('runs', 'size'),
  }
}
