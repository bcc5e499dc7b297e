import { findKind } from '@/lib/artifacts/kinds/find-kind'
import { type SomeContent, titleOf } from '@/lib/artifacts/model'
import { CURSOR_ID, cutPage, parseCursor } from '@/lib/platform/cursor'
import { db, sql } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { findReign } from '@/lib/reviews/rechecks/find-reign'
import type { Work, WorkItem, WorkKind } from '@/lib/reviews/rechecks/schema'
import { decidersOf, workUnder } from '@/lib/reviews/rechecks/work-under'

type Row = Omit<WorkItem, 'title' | 'decidedAt' | 'sentBack'> & {
  content: unknown
  decidedAt: Date
  sentAt: Date | null
  sentBy: string | null
}
type Counts = { kinds: Work['kinds'] | null; open: number; waiting: number; again: number }

/** What was decided while the version before this one of a guideline was the approved one, and what became of it since. */
export async function readWork(
  actor: ProjectActor,
  input: { version: string; cursor?: string; limit?: number; kind?: WorkKind },
): Promise<Work> {
  const { limit = 50, kind } = input
  const reign = await findReign(actor, input.version)
  const under = workUnder(actor, reign)
  const after = input.cursor === undefined ? null : parseCursor(KIND_AND_ID, input.cursor)
  const [rows, [counts]] = await Promise.all([
    db.$queryRaw<Row[]>`
      WITH work AS (${under})
      SELECT work.version_id AS "versionId", a.id AS "artifactId", work.kind, a.key, v.content, v.number, work.state,
        work.decided_as AS "decidedAs", work.decided_at AS "decidedAt", ${decidersOf} AS deciders, work.held_back AS "heldBack",
        k.created_at AS "sentAt", p.name AS "sentBy"
      FROM work JOIN version v ON v.id = work.version_id JOIN artifact a ON a.id = v.artifact_id
        LEFT JOIN recheck k ON k.id = work.recheck_id LEFT JOIN "user" p ON p.id = k.requested_by
      WHERE true ${kind ? sql`AND work.kind = ${kind}` : sql``}
        ${after ? sql`AND (work.kind, work.version_id) > (${after[1]}, ${after[2]}::uuid)` : sql``}
      ORDER BY work.kind, work.version_id LIMIT ${limit + 1}`,
    db.$queryRaw<Counts[]>`
      WITH work AS (${under})
      SELECT (SELECT json_object_agg(kind, n) FROM (SELECT kind, count(*)::int AS n FROM work GROUP BY kind) each) AS kinds,
        count(*) FILTER (WHERE recheck_id IS NULL AND held_back IS NULL)::int AS open,
        count(*) FILTER (WHERE recheck_id IS NOT NULL AND state IN ('waiting', 'disputed'))::int AS waiting,
        count(*) FILTER (WHERE recheck_id IS NOT NULL AND state NOT IN ('waiting', 'disputed'))::int AS again
      FROM work`,
  ])
  const { items, nextCursor } = cutPage(rows, limit, (row) => `${row.kind}_${row.versionId}`)
  const { guideline, old, period, meansElse, wordings } = reign
  const { corpusId: _corpus, ...told } = guideline
  return {
    ...{ items: items.map(itemOf), nextCursor, guideline: told, old, meansElse, wordings },
    period: period && { from: period.from.toISOString(), to: period.to?.toISOString() ?? null },
    ...{ kinds: counts?.kinds ?? {}, open: counts?.open ?? 0 },
    ...{ waiting: counts?.waiting ?? 0, again: counts?.again ?? 0 },
  }
}

const KIND_AND_ID = new RegExp(`^([a-z]+)_(${CURSOR_ID})$`)

function itemOf({ content, decidedAt, sentAt, sentBy, ...row }: Row): WorkItem {
  const read = { kind: row.kind, content: findKind(row.kind).content.parse(content) } as SomeContent
  return {
    ...row,
    title: titleOf(read).title,
    decidedAt: decidedAt.toISOString(),
    sentBack: sentAt && { at: sentAt.toISOString(), by: sentBy ?? '' },
  }
}
