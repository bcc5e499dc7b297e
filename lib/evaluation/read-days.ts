import type { Scope } from '@/lib/evaluation/enter-dashboard'
import { bucketsOf, endOf } from '@/lib/evaluation/model'
import type { DayFigures, ReasonFigures } from '@/lib/evaluation/schema'
import { db, sql } from '@/lib/platform/db'
import type { ReasonCode } from '@/lib/reviews/model'

type Row = { at: string; approved: number; edited: number; rejected: number; timed: number; ms: number }

/** The counted days that a dashboard is about. */
export function countedDays(scope: Scope) {
  const { projectId, from, to, kind, person } = scope
  return sql`t.project_id = ${projectId}::uuid AND t.day BETWEEN ${from}::date AND ${to}::date
    ${kind ? sql`AND t.kind = ${kind}` : sql``} ${person ? sql`AND t.reviewer_id = ${person}` : sql``}`
}

/** Decisions that stand and how long they took, stretch by stretch, those without any included. */
export async function readDays(scope: Scope): Promise<DayFigures[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT date_trunc(${scope.bucket}, t.day::timestamp)::date::text AS at, sum(approved)::float8 AS approved,
      sum(edited)::float8 AS edited, sum(rejected)::float8 AS rejected, sum(timed)::float8 AS timed, sum(ms)::float8 AS ms
    FROM decision_day t WHERE ${countedDays(scope)} GROUP BY 1`
  const found = new Map(rows.map((row) => [row.at, row]))
  return bucketsOf(scope).map((at) => {
    const { approved = 0, edited = 0, rejected = 0, timed = 0, ms = 0 } = found.get(at) ?? {}
    const secondsEach = timed > 0 ? ms / timed / 1000 : null
    return { from: at, to: endOf(at, scope.bucket), approved, edited, rejected, secondsEach }
  })
}

/** Why drafts were sent away, the most frequent reason first. */
export async function readReasons(scope: Scope): Promise<ReasonFigures[]> {
  return db.$queryRaw<{ reason: ReasonCode; count: number }[]>`
    SELECT t.reason_code AS reason, sum(rejected)::float8 AS count FROM rejection_day t WHERE ${countedDays(scope)}
    GROUP BY 1 HAVING sum(rejected) > 0 ORDER BY 2 DESC, 1`
}
