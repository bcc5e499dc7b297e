import { type db, sql, type Tx } from '@/lib/platform/db'
import type { DecisionView } from '@/lib/reviews/schema'

type Row = Omit<DecisionView, 'number' | 'createdAt'> & { number: bigint; createdAt: Date }

/** Answers `x` to gold questions as decisions are shown, newest first: who gave them cannot tell them from decisions. */
export async function readAnswers(
  within: Tx | typeof db,
  where: ReturnType<typeof sql>,
): Promise<DecisionView[]> {
  const rows = await within.$queryRaw<Row[]>`
    SELECT x.id, x.number, v.id AS "versionId", a.id AS "artifactId", a.key AS "artifactKey", v.number AS "versionNumber",
      x.content_hash AS "contentHash", x.verdict, 'reviewer' AS role, x.reason_code AS "reasonCode", x.comment, x.sample,
      x.result_id AS "resultVersionId", EXISTS (SELECT 1 FROM gold_answer u WHERE u.undoes_id = x.id) AS undone,
      x.reviewer_id AS "reviewerId", p.name AS reviewer, x.elapsed_ms AS "elapsedMs", x.created_at AS "createdAt"
    FROM gold_answer x JOIN gold_place g ON g.id = x.place_id JOIN version v ON v.id = g.version_id
      JOIN artifact a ON a.id = v.artifact_id JOIN "user" p ON p.id = x.reviewer_id
    WHERE ${where} ORDER BY x.number DESC`
  return rows.map((row) => ({ ...row, number: Number(row.number), createdAt: row.createdAt.toISOString() }))
}

/** Answers by id, in the order of the ids. */
export async function answersById(within: Tx | typeof db, ids: readonly string[]): Promise<DecisionView[]> {
  const found = await readAnswers(within, sql`x.id = ANY(${[...ids]}::uuid[])`)
  return ids.map((id) => found.find((answer) => answer.id === id)!)
}
