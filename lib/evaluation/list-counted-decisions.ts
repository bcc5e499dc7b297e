import { findKind } from '@/lib/artifacts/kinds/find-kind'
import type { SomeContent } from '@/lib/artifacts/model'
import { type Asked, enterDashboard } from '@/lib/evaluation/enter-dashboard'
import type { CountedDecision, countedVerdicts } from '@/lib/evaluation/schema'
import { listTitle } from '@/lib/library/list-title'
import { cutPage, parseTimeCursor } from '@/lib/platform/cursor'
import { db, joinSql, sql } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { maySeeDecision } from '@/lib/reviews/may-see-decision'
import type { ReasonCode } from '@/lib/reviews/model'
import { stands } from '@/lib/reviews/stands'

type Row = Omit<CountedDecision, 'createdAt' | 'title'> & {
  createdAt: Date
  content: unknown
  reviewerId: string
}

type Filter = Asked & {
  cursor?: string
  limit?: number
  verdict?: (typeof countedVerdicts)[number]
  reason?: ReasonCode
  authorKind?: string
  author?: string
  model?: string
  prompt?: string
  promptVersion?: number
}

/** The decisions that a figure counts, newest first. An annotator is told the names of no others. */
export async function listCountedDecisions(
  actor: ProjectActor,
  asked: Filter,
): Promise<{ items: CountedDecision[]; nextCursor: string | null }> {
  const scope = enterDashboard(actor, asked)
  const limit = asked.limit ?? 50
  const after = asked.cursor === undefined ? null : parseTimeCursor(asked.cursor)
  const where = [
    sql`d.project_id = ${scope.projectId}::uuid`,
    sql`d.created_at >= ${scope.from}::date AND d.created_at < ${scope.to}::date + 1`,
    asked.verdict ? sql`d.verdict = ${asked.verdict}` : sql`d.verdict IN ('approve', 'edit', 'reject')`,
    stands,
    sql`NOT (d.verdict = 'approve' AND EXISTS (SELECT 1 FROM decision e WHERE e.reviewer_id = d.reviewer_id
      AND e.request_key = d.request_key AND e.result_version_id = d.version_id AND e.verdict = 'edit'))`,
    maySeeDecision(actor),
    ...(after ? [sql`(d.created_at, d.id) < (${after.at}::timestamp, ${after.id}::uuid)`] : []),
    ...(scope.kind ? [sql`a.kind = ${scope.kind}`] : []),
    ...(scope.person ? [sql`d.reviewer_id = ${scope.person}`] : []),
    ...(asked.reason ? [sql`d.verdict = 'reject' AND d.reason_code = ${asked.reason}`] : []),
    ...ofDrafter(asked),
  ]
  const rows = await db.$queryRaw<Row[]>`
    SELECT d.id, d.version_id AS "versionId", a.id AS "artifactId", a.kind, v.content, v.number AS "versionNumber", d.verdict,
      d.reason_code AS "reasonCode", d.comment, p.name AS reviewer, d.reviewer_id AS "reviewerId", d.elapsed_ms AS "elapsedMs",
      d.created_at AS "createdAt"
    FROM decision d JOIN version v ON v.id = d.version_id JOIN artifact a ON a.id = v.artifact_id
      JOIN "user" p ON p.id = d.reviewer_id LEFT JOIN draft_origin o ON o.version_id = d.version_id
    WHERE ${joinSql(where, ' AND ')} ORDER BY d.created_at DESC, d.id DESC LIMIT ${limit + 1}`
  const page = cutPage(rows, limit, ({ createdAt, id }) => `${createdAt.toISOString()}_${id}`)
  const mayName = (id: string) => scope.only === null || id === scope.only
  return {
    nextCursor: page.nextCursor,
    items: page.items.map(({ content, reviewerId, createdAt, reviewer, ...row }) => ({
      ...row,
      ...{ createdAt: createdAt.toISOString(), reviewer: mayName(reviewerId) ? reviewer : null },
      title: listTitle({
        kind: row.kind,
        content: findKind(row.kind).content.parse(content),
      } as SomeContent).title,
    })),
  }
}

/** As the days are counted: '' and 0 are what a drafter has not. What is still compared blind has no drafter yet. */
function ofDrafter({ authorKind, author, model, prompt, promptVersion }: Filter) {
  const told = sql`NOT EXISTS (SELECT 1 FROM comparison_draft cd JOIN comparison c ON c.id = cd.comparison_id
    WHERE cd.version_id = d.version_id AND c.state <> 'closed')`
  const parts = [
    ...(authorKind === undefined ? [] : [sql`COALESCE(o.author_kind, v.author_kind) = ${authorKind}`]),
    ...(author === undefined || author === '' ? [] : [sql`COALESCE(o.author_id, v.author_id) = ${author}`]),
    ...(model === undefined ? [] : [sql`COALESCE(o.model, '') = ${model}`]),
    ...(prompt === undefined ? [] : [sql`COALESCE(o.prompt, '') = ${prompt}`]),
    ...(promptVersion === undefined ? [] : [sql`COALESCE(o.prompt_version, 0) = ${promptVersion}`]),
  ]
  return parts.length > 0 ? [...parts, told] : []
}
