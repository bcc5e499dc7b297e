import { findKind } from '@/lib/artifacts/kinds/find-kind'
import type { SomeContent } from '@/lib/artifacts/model'
import {
  type AgreementFilter,
  type AgreementScope,
  enterAgreement,
  unitsOf,
} from '@/lib/evaluation/agreement/enter-agreement'
import { type Rating, ratings } from '@/lib/evaluation/agreement/model'
import { namesOf } from '@/lib/evaluation/agreement/queries'
import type { AgreementItem } from '@/lib/evaluation/agreement/schema'
import { listTitle } from '@/lib/library/list-title'
import { cutPage, parseTimeCursor } from '@/lib/platform/cursor'
import { db, joinSql, sql } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'

type Cell = { first?: Rating | undefined; second?: Rating | undefined; alike?: 'yes' | 'no' | undefined }
type Row = Omit<AgreementItem, 'ratedAt' | 'title' | 'said'> & {
  ratedAt: Date
  content: unknown
  reviewers: string[]
  verdicts: number[]
}

/** The drafts behind a number of agreement. What still waits is shown only to who has decided it. */
export async function listAgreementItems(
  actor: ProjectActor,
  asked: AgreementFilter & Cell & { cursor?: string; limit?: number },
): Promise<{ items: AgreementItem[]; nextCursor: string | null }> {
  const scope = enterAgreement(actor, asked)
  const limit = asked.limit ?? 50
  const after = asked.cursor === undefined ? null : parseTimeCursor(asked.cursor)
  const where = [
    unitsOf(scope),
    sql`(w.state <> 'waiting' OR ${actor.id} = ANY(u.reviewers) OR NOT COALESCE(p.blind, true))`,
    ...(after ? [sql`(u.rated_at, u.version_id) < (${after.at}::timestamp, ${after.id}::uuid)`] : []),
    ...saying(scope, asked),
  ]
  const rows = await db.$queryRaw<Row[]>`
    SELECT u.version_id AS "versionId", a.id AS "artifactId", a.kind, v.content, v.number AS "versionNumber", u.rated_at AS "ratedAt",
      u.reviewers, u.verdicts::int[] AS verdicts
    FROM agreement_unit u JOIN version v ON v.id = u.version_id JOIN artifact a ON a.id = v.artifact_id
      JOIN draft w ON w.version_id = v.id LEFT JOIN review_plan p ON p.project_id = w.project_id AND p.kind = w.kind
    WHERE ${joinSql(where, ' AND ')} ORDER BY u.rated_at DESC, u.version_id DESC LIMIT ${limit + 1}`
  const page = cutPage(rows, limit, ({ ratedAt, versionId }) => `${ratedAt.toISOString()}_${versionId}`)
  const nameOf = await namesOf(page.items.flatMap(({ reviewers }) => reviewers))
  const mayName = (id: string) => scope.only === null || id === scope.only
  return {
    nextCursor: page.nextCursor,
    items: page.items.map(({ content, reviewers, verdicts, ratedAt, ...row }) => ({
      ...row,
      ratedAt: ratedAt.toISOString(),
      title: listTitle({ kind: row.kind, content: findKind(row.kind).content.parse(content) } as SomeContent)
        .title,
      said: reviewers.map((id, at) => ({
        reviewer: mayName(id) ? nameOf(id).name : null,
        verdict: ratings[verdicts[at]!]!,
      })),
    })),
  }
}

/** What a cell of the matrix counts: two people said this and that, whoever they are or, of a pair, each the one. */
function saying({ a, b }: AgreementScope, { first, second, alike }: Cell) {
  const counts = { approve: sql`u.approved`, edit: sql`u.edited`, reject: sql`u.rejected` }
  const most = sql`greatest(u.approved, u.edited, u.rejected)`
  const all = sql`cardinality(u.reviewers)`
  const saidBy = (person: string, rating: Rating) =>
    sql`u.verdicts[array_position(u.reviewers, ${person})] = ${ratings.indexOf(rating)}`
  const cell = () => {
    if (a && b) return [...(first ? [saidBy(a, first)] : []), ...(second ? [saidBy(b, second)] : [])]
    if (first && second && first === second) return [sql`${counts[first]} > 1`]
    return [first, second].flatMap((rating) => (rating ? [sql`${counts[rating]} > 0`] : []))
  }
  return [
    ...cell(),
    ...(alike === 'yes' ? [sql`${most} = ${all}`] : []),
    ...(alike === 'no' ? [sql`${most} < ${all}`] : []),
  ]
}
