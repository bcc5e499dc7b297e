import { draftableForms } from '@/lib/artifacts/model'
import type { Scope } from '@/lib/evaluation/enter-dashboard'
import type { Coverage } from '@/lib/evaluation/schema'
import { db } from '@/lib/platform/db'

const SHOWN = 12

/** Which labels of each corpus to learn from have an approved guideline, or one on its way. */
export async function readCoverage({ projectId }: Pick<Scope, 'projectId'>): Promise<Coverage[]> {
  return db.$queryRaw<Coverage[]>`
    WITH labelled AS (
      SELECT c.id, c.name, c.created_at, l.value->>'label' AS label, (l.value->>'items')::float8 AS items,
        CASE WHEN states.found && ARRAY['approved'] THEN 'approved' WHEN states.found && ARRAY['waiting', 'disputed'] THEN 'waiting'
          WHEN states.found && ARRAY['rejected'] THEN 'rejected' ELSE 'missing' END AS state
      FROM corpus c CROSS JOIN LATERAL jsonb_array_elements(c.labels) l
        LEFT JOIN LATERAL (
          SELECT array_agg(DISTINCT w.state) AS found FROM artifact a JOIN version v ON v.artifact_id = a.id
            JOIN draft w ON w.version_id = v.id
          WHERE a.project_id = c.project_id AND a.kind = 'guideline' AND a.corpus_id = c.id AND a.key = l.value->>'label'
            AND a.retired_at IS NULL) states ON true
      WHERE c.project_id = ${projectId}::uuid AND c.state = 'ready' AND c.split <> 'test' AND NOT c.held_out
        AND c.task_form = ANY(${[...draftableForms]}::text[]))
    SELECT id AS "corpusId", name AS corpus, count(*)::int AS labels,
      count(*) FILTER (WHERE state = 'approved')::int AS approved, count(*) FILTER (WHERE state = 'waiting')::int AS waiting,
      count(*) FILTER (WHERE state = 'rejected')::int AS rejected, count(*) FILTER (WHERE state = 'missing')::int AS missing,
      COALESCE((array_agg(label ORDER BY items DESC, label) FILTER (WHERE state <> 'approved'))[1:${SHOWN}::int], '{}') AS uncovered
    FROM labelled GROUP BY id, name, created_at ORDER BY created_at, id`
}
