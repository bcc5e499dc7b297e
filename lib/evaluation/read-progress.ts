import { type ArtifactKind, artifactKinds } from '@/lib/artifacts/model'
import type { Scope } from '@/lib/evaluation/enter-dashboard'
import { perDay, RECENT_DAYS, secondsEach, shareOf, timeLeft, type Work } from '@/lib/evaluation/model'
import type { KindProgress, PersonProgress } from '@/lib/evaluation/schema'
import { db, sql } from '@/lib/platform/db'

type Row = {
  kind: ArtifactKind | null
  person: string | null
  name: string | null
  approved: number
  edited: number
  rejected: number
  skipped: number
  timed: number
  fast: number
  ms: number
  recentMade: number
  recentTimed: number
  recentMs: number
  lastDay: string | null
}

export type Open = Map<ArtifactKind, number>

/** How far the kinds and the people are: everything that stands, with speed and pace of late. */
export async function readProgress(
  scope: Scope,
  open: Open,
): Promise<{ kinds: KindProgress[]; people: PersonProgress[] }> {
  const recent = sql`t.day > now()::date - ${RECENT_DAYS}::int`
  const rows = await db.$queryRaw<Row[]>`
    WITH summed AS (
      SELECT t.kind, t.reviewer_id, sum(approved)::float8 AS approved, sum(edited)::float8 AS edited,
        sum(rejected)::float8 AS rejected, sum(skipped)::float8 AS skipped, sum(timed)::float8 AS timed, sum(fast)::float8 AS fast, sum(ms)::float8 AS ms,
        COALESCE(sum(approved + edited + rejected) FILTER (WHERE ${recent}), 0)::float8 AS "recentMade",
        COALESCE(sum(timed) FILTER (WHERE ${recent}), 0)::float8 AS "recentTimed",
        COALESCE(sum(ms) FILTER (WHERE ${recent}), 0)::float8 AS "recentMs",
        max(t.day) FILTER (WHERE approved + edited + rejected > 0)::text AS "lastDay"
      FROM decision_day t
      WHERE t.project_id = ${scope.projectId}::uuid ${scope.kind ? sql`AND t.kind = ${scope.kind}` : sql``}
      GROUP BY GROUPING SETS ((t.kind), (t.reviewer_id)))
    SELECT s.*, s.reviewer_id AS person, u.name FROM summed s LEFT JOIN "user" u ON u.id = s.reviewer_id`
  const byKind = new Map(rows.flatMap((row) => (row.kind ? [[row.kind, row] as const] : [])))
  const kinds = artifactKinds
    .filter((kind) => byKind.has(kind) || open.has(kind))
    .filter((kind) => !scope.kind || kind === scope.kind)
    .map((kind) => ({ kind, ...shown(byKind.get(kind) ?? NOTHING, open.get(kind) ?? 0) }))
  const all = [...byKind.values()].map(workOf).reduce(together, workOf(NOTHING))
  const waiting = kinds.reduce((sum, kind) => sum + kind.open, 0)
  const people = rows
    .filter(({ person }) => person !== null && (!scope.only || person === scope.only))
    .map((row) => ({
      person: row.person!,
      name: row.name ?? row.person!,
      lastDay: row.lastDay,
      ...shown(row, shareOf(waiting, { own: workOf(row), all })),
    }))
    .filter(({ made, skipped }) => made + skipped > 0)
  return { kinds, people: people.toSorted((a, b) => b.made - a.made || a.name.localeCompare(b.name)) }
}

const NOTHING: Row = {
  ...{ kind: null, person: null, name: null, lastDay: null },
  ...{ approved: 0, edited: 0, rejected: 0, skipped: 0, timed: 0, fast: 0, ms: 0 },
  ...{ recentMade: 0, recentTimed: 0, recentMs: 0 },
}

function workOf(row: Row): Work {
  const { approved, edited, rejected, timed, ms } = row
  const recent = { made: row.recentMade, timed: row.recentTimed, ms: row.recentMs }
  return { made: approved + edited + rejected, timed, ms, recent }
}

function together(a: Work, b: Work): Work {
  const [one, other] = [a.recent, b.recent]
  return {
    ...{ made: a.made + b.made, timed: a.timed + b.timed, ms: a.ms + b.ms },
    recent: { made: one.made + other.made, timed: one.timed + other.timed, ms: one.ms + other.ms },
  }
}

function shown(row: Row, open: number) {
  const { approved, edited, rejected, skipped, timed, fast } = row
  const work = workOf(row)
  const figures = { made: work.made, secondsEach: secondsEach(work), perDay: perDay(work), open }
  return { approved, edited, rejected, skipped, timed, fast, ...figures, ...timeLeft(work, open) }
}

const LONG_QUEUE = 20_000
const LONG_QUEUE_COUNT_MS = 5000
const longQueues = new Map<string, { open: Open; until: number }>()

/** Decisions that are still to be made, by kind: the places that nobody has filled. Of a long queue as they were some seconds ago. */
export async function countOpen(projectId: string): Promise<Open> {
  const known = longQueues.get(projectId)
  if (known && known.until > Date.now()) return known.open
  const rows = await db.$queryRaw<{ kind: ArtifactKind; count: number }[]>`
    SELECT kind, count(*)::int AS count FROM review_slot
    WHERE project_id = ${projectId}::uuid AND closed_at IS NULL GROUP BY kind`
  const open: Open = new Map(rows.map(({ kind, count }) => [kind, count]))
  longQueues.delete(projectId)
  if (rows.reduce((sum, { count }) => sum + count, 0) > LONG_QUEUE)
    longQueues.set(projectId, { open, until: Date.now() + LONG_QUEUE_COUNT_MS })
  return open
}
