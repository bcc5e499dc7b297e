import type { LearningRow, LearningView } from '@/lib/artifacts/learning/schema'
import { readLessons } from '@/lib/artifacts/lessons/read-lessons'
import { type LibraryKind, libraryKinds } from '@/lib/artifacts/model'
import { db, sql } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

type Row = Omit<LearningRow, 'acceptance' | 'acceptanceLow' | 'acceptanceHigh' | 'firstAt' | 'lastAt'> & {
  firstAt: Date
  lastAt: Date
}

/**
 * How the drafts of each drafter fared, counted by the database: of a million decisions it is a second's work. A draft that is still
 * compared blind is not counted, as its author would show.
 */
export async function readLearning(
  actor: ProjectActor,
  input: { corpus?: string; kind?: LibraryKind },
): Promise<LearningView> {
  requireRole(actor, 'lead')
  const project = sql`${actor.project.id}::uuid`
  const among = sql`o.project_id = ${project}
    ${input.kind ? sql`AND o.kind = ${input.kind}` : sql``}
    ${input.corpus ? sql`AND o.corpus_id = ${input.corpus}::uuid` : sql``}
    AND NOT EXISTS (SELECT 1 FROM comparison_draft cd JOIN comparison c ON c.id = cd.comparison_id
      WHERE cd.version_id = o.version_id AND c.state <> 'closed')`
  const by = sql`kind, author_kind, author_id, model, prompt, prompt_version`
  const rows = await db.$queryRaw<Row[]>`
    WITH origins AS MATERIALIZED (
      SELECT o.version_id, ${by}, o.cost, o.created_at FROM draft_origin o WHERE ${among}),
    drafted AS (
      SELECT ${by}, count(*)::int AS drafted, sum(cost)::float8 AS cost, min(created_at) AS first_at, max(created_at) AS last_at
      FROM origins GROUP BY ${by}),
    decided AS (
      SELECT ${by}, count(*)::int AS decided,
        count(*) FILTER (WHERE d.verdict = 'approve')::int AS approved,
        count(*) FILTER (WHERE d.verdict = 'edit')::int AS edited,
        count(*) FILTER (WHERE d.verdict = 'reject')::int AS rejected,
        avg(CASE d.verdict WHEN 'approve' THEN 0 WHEN 'edit' THEN m.distance END)::float8 AS distance,
        (percentile_disc(0.5) WITHIN GROUP (ORDER BY d.elapsed_ms) FILTER (WHERE d.elapsed_ms > 0) / 1000.0)::float8 AS seconds
      FROM decision d JOIN origins o ON o.version_id = d.version_id
        LEFT JOIN edit_measure m ON m.version_id = d.result_version_id
      WHERE d.project_id = ${project} AND d.verdict IN ('approve', 'edit', 'reject')
        AND NOT EXISTS (SELECT 1 FROM decision u WHERE u.undoes_id = d.id)
      GROUP BY ${by})
    SELECT n.kind, n.author_kind AS "authorKind", n.author_id AS author, n.model, n.prompt, n.prompt_version AS "promptVersion",
      n.drafted, COALESCE(d.decided, 0) AS decided, COALESCE(d.approved, 0) AS approved, COALESCE(d.edited, 0) AS edited,
      COALESCE(d.rejected, 0) AS rejected, d.distance AS "editDistance", d.seconds AS "secondsPerDecision", n.cost,
      n.first_at AS "firstAt", n.last_at AS "lastAt"
    FROM drafted n LEFT JOIN decided d ON (d.kind, d.author_kind, d.author_id) = (n.kind, n.author_kind, n.author_id)
      AND d.model IS NOT DISTINCT FROM n.model AND d.prompt IS NOT DISTINCT FROM n.prompt
      AND d.prompt_version IS NOT DISTINCT FROM n.prompt_version
    ORDER BY n.kind, n.last_at DESC`
  const budget = await db.budget.findUnique({ where: { projectId: actor.project.id } })
  const kinds = input.kind ? [input.kind] : libraryKinds
  const lessons = await Promise.all(kinds.map((kind) => countLessons(actor.project.id, kind)))
  return { currency: budget?.currency ?? 'USD', rows: rows.map(shown), lessons }
}

/** Among how many decisions the next prompts of a kind choose. */
async function countLessons(projectId: string, kind: LibraryKind): Promise<LearningView['lessons'][number]> {
  const until = new Date()
  const decisions = await readLessons({ projectId, kind, keys: [], until })
  const examples = decisions.filter(({ verdict, after }) => verdict === 'edit' && after.length > 0).length
  return { kind, examples, avoid: decisions.filter(({ verdict }) => verdict === 'reject').length }
}

function shown({ firstAt, lastAt, ...row }: Row): LearningRow {
  const { decided, rejected } = row
  const [low, high] = boundShare({ of: decided, found: decided - rejected })
  return {
    ...row,
    acceptance: decided ? (decided - rejected) / decided : null,
    acceptanceLow: low,
    acceptanceHigh: high,
    firstAt: firstAt.toISOString(),
    lastAt: lastAt.toISOString(),
  }
}

const Z95 = 1.959964

/** Where a share lies at 95 % (Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22, 1927). */
export function boundShare({ of: n, found }: { of: number; found: number }): [number, number] | [null, null] {
  if (n === 0) return [null, null]
  const share = found / n
  const z2 = Z95 ** 2
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n)
  const reach = (Z95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)]
}
