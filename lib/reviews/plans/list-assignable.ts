import { findKind } from '@/lib/artifacts/kinds/find-kind'
import { type SomeContent, titleOf } from '@/lib/artifacts/model'
import { cutPage, parseCursor } from '@/lib/platform/cursor'
import { db, sql } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { type Assignable, countAssignable, whereAssignable } from '@/lib/reviews/plans/find-assignable'
import type { AssignableDraft, AssignablePage } from '@/lib/reviews/plans/schema'

type Row = Omit<AssignableDraft, 'title'> & { position: bigint; content: unknown }

/** Drafts that wait, oldest first, with whose they are and who decides them now; with the first page, what there is to filter by. */
export async function listAssignable(
  actor: ProjectActor,
  { cursor, limit = 50, ...of }: Omit<Assignable, 'versions'> & { cursor?: string; limit?: number },
): Promise<AssignablePage> {
  requireRole(actor, 'lead')
  const after = cursor === undefined ? null : BigInt(parseCursor(/^\d{1,18}$/, cursor)[0])
  const [rows, counts, labels] = await Promise.all([
    db.$queryRaw<Row[]>`
      SELECT w.version_id AS "versionId", w.kind, w.label, w.position, w.assigned_to AS "assignedTo", w.created_at AS since,
        v.number, v.content, c.name AS "corpusName",
        (SELECT u.name FROM review_slot s JOIN "user" u ON u.id = s.holder_id
          WHERE s.version_id = w.version_id AND s.closed_at IS NULL AND s.leased_until >= now()::timestamp LIMIT 1) AS holder
      FROM draft w JOIN version v ON v.id = w.version_id JOIN artifact a ON a.id = v.artifact_id
        LEFT JOIN corpus c ON c.id = a.corpus_id
      WHERE ${whereAssignable(actor, of)} ${after === null ? sql`` : sql`AND w.position > ${after}`}
      ORDER BY w.position LIMIT ${limit + 1}`,
    countAssignable(actor, of),
    after === null ? labelsOf(actor) : [],
  ])
  const { items, nextCursor } = cutPage(rows, limit, ({ position }) => String(position))
  return { items: items.map(viewOf), nextCursor, ...counts, labels }
}

function viewOf(row: Row): AssignableDraft {
  const { versionId, kind, number, label, corpusName, assignedTo, holder } = row
  const content = { kind, content: findKind(kind).content.parse(row.content) } as SomeContent
  const since = new Date(row.since).toISOString()
  return {
    ...{ versionId, kind, number, label, corpusName, assignedTo, holder, since },
    title: titleOf(content).title,
  }
}

const MOST_LABELS = 200

function labelsOf(actor: ProjectActor): Promise<{ label: string; count: number }[]> {
  return db.$queryRaw`
    SELECT label, count(*)::int AS count FROM draft
    WHERE project_id = ${actor.project.id}::uuid AND state = 'waiting' AND label <> ''
    GROUP BY label ORDER BY count DESC, label LIMIT ${MOST_LABELS}`
}
