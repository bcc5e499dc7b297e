import { type DecidedSlice, type Drafter, foldDecisions, SLICE_MS } from '@/lib/artifacts/learning/model'
import type { LearningRow, LearningView } from '@/lib/artifacts/learning/schema'
import { readLessons } from '@/lib/artifacts/lessons/read-lessons'
import { type LibraryKind, libraryKinds } from '@/lib/artifacts/model'
import { db, sql } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

type DraftedRow = Drafter & Pick<LearningRow, 'drafted' | 'cost'> & { firstAt: Date; lastAt: Date }
type DecidedRow = Drafter & DecidedSlice

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
  const [drafted, decided, budget, lessons] = await Promise.all([
    db.$queryRaw<DraftedRow[]>`
      SELECT ${DRAFTER}, count(*)::int AS drafted, sum(o.cost)::float8 AS cost, min(o.created_at) AS "firstAt",
        max(o.created_at) AS "lastAt"
      FROM draft_origin o WHERE ${among} GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, max(o.created_at) DESC`,
    db.$queryRaw<DecidedRow[]>`
      SELECT ${DRAFTER}, d.verdict, d.elapsed_ms / ${SLICE_MS}::int AS slice, count(*)::int AS count,
        coalesce(sum(m.distance), 0)::float8 AS distance, count(m.distance)::int AS measured
      FROM decision d JOIN draft_origin o ON o.version_id = d.version_id
        LEFT JOIN edit_measure m ON m.version_id = d.result_version_id
      WHERE d.project_id = ${project} AND d.verdict IN ('approve', 'edit', 'reject') AND ${among}
        AND NOT EXISTS (SELECT 1 FROM decision u WHERE u.undoes_id = d.id)
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`,
    db.budget.findUnique({ where: { projectId: actor.project.id } }),
    Promise.all(
      (input.kind ? [input.kind] : libraryKinds).map((kind) => countLessons(actor.project.id, kind)),
    ),
  ])
  const slices = new Map(drafted.map((row) => [nameOf(row), [] as DecidedRow[]]))
  for (const row of decided) slices.get(nameOf(row))?.push(row)
  const rows = drafted.map(({ firstAt, lastAt, ...row }) => ({
    ...{ ...row, ...foldDecisions(slices.get(nameOf(row)) ?? []) },
    ...{ firstAt: firstAt.toISOString(), lastAt: lastAt.toISOString() },
  }))
  return { currency: budget?.currency ?? 'USD', rows, lessons }
}

const DRAFTER = sql`o.kind, o.author_kind AS "authorKind", o.author_id AS author, o.model, o.prompt, o.prompt_version AS "promptVersion"`

function nameOf({ kind, authorKind, author, model, prompt, promptVersion }: Drafter): string {
  return JSON.stringify([kind, authorKind, author, model, prompt, promptVersion])
}

/** Among how many decisions the next prompts of a kind choose. */
async function countLessons(projectId: string, kind: LibraryKind): Promise<LearningView['lessons'][number]> {
  const until = new Date()
  const decisions = await readLessons({ projectId, kind, keys: [], until })
  const examples = decisions.filter(({ verdict, after }) => verdict === 'edit' && after.length > 0).length
  return { kind, examples, avoid: decisions.filter(({ verdict }) => verdict === 'reject').length }
}
