import { boundShare } from '@/lib/artifacts/learning/model'
import type { Scope } from '@/lib/evaluation/enter-dashboard'
import { countedDays } from '@/lib/evaluation/read-days'
import type { DrafterFigures } from '@/lib/evaluation/schema'
import { db, sql } from '@/lib/platform/db'
import { stands } from '@/lib/reviews/stands'

type Row = Omit<
  DrafterFigures,
  'decided' | 'acceptance' | 'acceptanceLow' | 'acceptanceHigh' | 'editDistance'
> & {
  measured: number
  distance: number
}

/** How the drafts of each drafter fare. Those that are still compared blind are taken off: their author would show. */
export async function readDrafters(scope: Scope): Promise<DrafterFigures[]> {
  const { kind, person, projectId, from, to } = scope
  const rows = await db.$queryRaw<Row[]>`
    WITH counted AS (
      SELECT author_kind, author_id, model, prompt, prompt_version, approved, edited, rejected, measured, distance
      FROM decision_day t WHERE ${countedDays(scope)}
      UNION ALL
      SELECT o.author_kind, o.author_id, COALESCE(o.model, ''), COALESCE(o.prompt, ''), COALESCE(o.prompt_version, 0),
        -(d.verdict = 'approve')::int, -(d.verdict = 'edit')::int, -(d.verdict = 'reject')::int,
        -(m.distance IS NOT NULL)::int, -COALESCE(m.distance, 0)
      FROM comparison c JOIN comparison_draft cd ON cd.comparison_id = c.id JOIN decision d ON d.version_id = cd.version_id
        JOIN draft_origin o ON o.version_id = d.version_id
        LEFT JOIN edit_measure m ON m.version_id = d.result_version_id AND d.verdict = 'edit'
      WHERE c.project_id = ${projectId}::uuid AND c.state <> 'closed' AND d.verdict IN ('approve', 'edit', 'reject') AND ${stands}
        AND d.created_at::date BETWEEN ${from}::date AND ${to}::date
        ${kind ? sql`AND o.kind = ${kind}` : sql``} ${person ? sql`AND d.reviewer_id = ${person}` : sql``})
    SELECT author_kind AS "authorKind", author_id AS author, model, prompt, prompt_version AS "promptVersion",
      sum(approved)::float8 AS approved, sum(edited)::float8 AS edited, sum(rejected)::float8 AS rejected,
      sum(measured)::float8 AS measured, sum(distance)::float8 AS distance
    FROM counted GROUP BY 1, 2, 3, 4, 5 HAVING sum(approved + edited + rejected) > 0
    ORDER BY sum(approved + edited + rejected) DESC, 1, 2, 3, 4, 5`
  return rows.map(shown)
}

function shown({ measured, distance, ...row }: Row): DrafterFigures {
  const accepted = row.approved + row.edited
  const decided = accepted + row.rejected
  const [acceptanceLow, acceptanceHigh] = boundShare({ of: decided, found: accepted })
  const weighed = row.approved + measured
  return {
    ...row,
    decided,
    acceptance: decided > 0 ? accepted / decided : null,
    acceptanceLow,
    acceptanceHigh,
    editDistance: weighed > 0 ? Math.max(0, distance) / weighed : null,
  }
}
