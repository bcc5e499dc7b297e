import type { ReviewFigures } from '@/lib/exports/model'
import { db, sql } from '@/lib/platform/db'

type Counted = Omit<ReviewFigures, 'versions' | 'deciders' | 'agreement'> & { agreed: number; people: number }

/**
 * How people decided the drafts of the artifacts in a release, up to the moment when it was cut. Agreement is the plain share of
 * versions on which everyone who decided said the same; edits count as what they are, a verdict of their own.
 */
export async function describeReview(
  releaseId: string,
  used: ReadonlyMap<string, { decidedBy: string }>,
): Promise<ReviewFigures> {
  const stood = sql`NOT EXISTS (SELECT 1 FROM decision u WHERE u.undoes_id = d.id AND u.created_at <= r.created_at)`
  const [counted] = await db.$queryRaw<Counted[]>`
    WITH decided AS (
      SELECT DISTINCT d.id, d.version_id, d.reviewer_id, d.verdict
      FROM release_item i JOIN release r ON r.id = i.release_id JOIN version v ON v.id = i.version_id
        JOIN version w ON w.artifact_id = v.artifact_id
        JOIN decision d ON d.version_id = w.id AND d.created_at <= r.created_at
          AND d.verdict IN ('approve', 'edit', 'reject', 'skip') AND ${stood}
      WHERE i.release_id = ${releaseId}::uuid),
    twice AS (
      SELECT version_id, count(DISTINCT verdict) AS verdicts FROM decided WHERE verdict <> 'skip'
      GROUP BY version_id HAVING count(DISTINCT reviewer_id) > 1)
    SELECT count(*)::int AS decisions, count(*) FILTER (WHERE verdict = 'approve')::int AS approved,
      count(*) FILTER (WHERE verdict = 'edit')::int AS edited, count(*) FILTER (WHERE verdict = 'reject')::int AS rejected,
      count(*) FILTER (WHERE verdict = 'skip')::int AS skipped,
      count(DISTINCT reviewer_id)::int AS people,
      (SELECT count(*)::int FROM twice) AS "decidedTwice",
      (SELECT count(*)::int FROM twice WHERE verdicts = 1) AS agreed
    FROM decided`
  const { agreed, people, ...figures } = counted!
  const { decidedTwice } = figures
  const deciders = Math.max(people, new Set([...used.values()].map(({ decidedBy }) => decidedBy)).size)
  return { ...figures, versions: used.size, deciders, agreement: decidedTwice ? agreed / decidedTwice : null }
}
