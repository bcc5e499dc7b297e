import { coincidencesOf, krippendorffOf } from '@/lib/evaluation/agreement/krippendorff'
import { type Pattern, ratings } from '@/lib/evaluation/agreement/model'
import { percentOf } from '@/lib/evaluation/agreement/percent'
import type { Scope } from '@/lib/evaluation/enter-dashboard'
import { bucketsOf, endOf } from '@/lib/evaluation/model'
import type { AgreementFigures } from '@/lib/evaluation/schema'
import { db, sql } from '@/lib/platform/db'

type Row = { at: string; approved: number; edited: number; rejected: number; units: number }

/** How far reviewers agreed, by when the last of a draft's decisions came. Of a person: in the drafts that they decided too. */
export async function readAgreementDays(scope: Scope): Promise<AgreementFigures[]> {
  const { projectId, from, to, kind, person, bucket } = scope
  const rows = await db.$queryRaw<Row[]>`
    SELECT date_trunc(${bucket}, u.rated_at)::date::text AS at, u.approved, u.edited, u.rejected, count(*)::int AS units
    FROM agreement_unit u
    WHERE u.project_id = ${projectId}::uuid AND u.rated_at >= ${from}::date AND u.rated_at < ${to}::date + 1
      ${kind ? sql`AND u.kind = ${kind}` : sql``}
      ${person ? sql`AND ${person} = ANY(u.reviewers)` : sql``}
    GROUP BY 1, 2, 3, 4`
  return bucketsOf(scope).map((at) => {
    const patterns: Pattern[] = rows
      .filter((row) => row.at === at)
      .map(({ approved, edited, rejected, units }) => ({ given: [approved, edited, rejected], units }))
    return {
      ...{ from: at, to: endOf(at, bucket) },
      units: patterns.reduce((sum, { units }) => sum + units, 0),
      percent: percentOf(patterns),
      alpha: krippendorffOf(coincidencesOf(patterns, ratings.length), {
        level: 'nominal',
        values: [...ratings.keys()],
      }),
    }
  })
}
