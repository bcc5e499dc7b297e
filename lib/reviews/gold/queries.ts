import { findKind } from '@/lib/artifacts/kinds/find-kind'
import { type ArtifactKind, type SomeContent, titleOf } from '@/lib/artifacts/model'
import { CURSOR_ID, cutPage, parseCursor } from '@/lib/platform/cursor'
import { db, sql } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { accuracyOf } from '@/lib/reviews/gold/model'
import { readExpected } from '@/lib/reviews/gold/read-expected'
import type { GoldPerson, GoldQuestionView, VersionGold, WarmUpOf } from '@/lib/reviews/gold/schema'

const CURSOR = new RegExp(`^${CURSOR_ID}$`)

/** True for an answer `x` that says something and that nobody has taken back. */
const says = sql`(x.verdict IN ('approve', 'edit', 'reject') AND NOT EXISTS (SELECT 1 FROM gold_answer u WHERE u.undoes_id = x.id))`

type Row = Omit<GoldQuestionView, 'title' | 'createdAt'> & { content: unknown; createdAt: Date }

/** Newest first. Of each person the first answer that stands counts: after a warm-up they know better. */
export async function listGoldQuestions(
  actor: ProjectActor,
  input: { cursor?: string; limit: number; kind?: ArtifactKind },
): Promise<{ items: GoldQuestionView[]; nextCursor: string | null }> {
  requireRole(actor, 'lead')
  const before = input.cursor === undefined ? null : parseCursor(CURSOR, input.cursor)[0]
  const rows = await db.$queryRaw<Row[]>`
    SELECT g.id, g.version_id AS "versionId", v.artifact_id AS "artifactId", g.kind, v.content, v.number AS "versionNumber",
      c.name AS corpus, g.verdict, g.reason_code AS "reasonCode", g.note, p.name AS "markedBy", g.created_at AS "createdAt",
      CASE WHEN w.settled_at IS NULL OR w.state IN ('waiting', 'disputed', 'proposed') THEN 'waiting'
        WHEN w.settled_at > g.created_at THEN 'settled-anew' ELSE 'live' END AS state,
      f.answered, f.right
    FROM gold_question g JOIN version v ON v.id = g.version_id JOIN artifact a ON a.id = v.artifact_id
      JOIN draft w ON w.version_id = v.id JOIN "user" p ON p.id = g.marked_by LEFT JOIN corpus c ON c.id = a.corpus_id
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS answered, count(*) FILTER (WHERE first.is_right)::int AS right FROM (
          SELECT DISTINCT ON (x.reviewer_id) x.is_right FROM gold_answer x
          WHERE x.gold_id = g.id AND ${says} ORDER BY x.reviewer_id, x.number) first) f
    WHERE g.project_id = ${actor.project.id}::uuid AND g.removed_at IS NULL
      ${input.kind ? sql`AND g.kind = ${input.kind}` : sql``}
      ${before === null ? sql`` : sql`AND g.id < ${before}::uuid`}
    ORDER BY g.id DESC LIMIT ${input.limit + 1}`
  return cutPage(rows.map(questionView), input.limit, ({ id }) => id)
}

function questionView({ content, createdAt, ...row }: Row): GoldQuestionView {
  const { title } = titleOf({
    kind: row.kind,
    content: findKind(row.kind).content.parse(content),
  } as SomeContent)
  return { ...row, title, createdAt: createdAt.toISOString() }
}

/** Answers between drafts only: in a warm-up people know that they are asked. Gold questions that were removed count no more. */
export async function readGoldPeople(
  actor: ProjectActor,
  input: { kind?: ArtifactKind },
): Promise<{ people: GoldPerson[]; warmUps: WarmUpOf[] }> {
  requireRole(actor, 'lead')
  const ofKind = input.kind ? sql`AND g.kind = ${input.kind}` : sql``
  const [people, warmUps] = await Promise.all([
    db.$queryRaw<{ person: string; name: string; answered: number; right: number; lastAt: Date }[]>`
      SELECT x.reviewer_id AS person, u.name, count(*)::int AS answered, count(*) FILTER (WHERE x.is_right)::int AS right,
        max(x.created_at) AS "lastAt"
      FROM gold_answer x JOIN gold_place g ON g.id = x.place_id AND g.purpose = 'seeded' ${ofKind}
        JOIN gold_question q ON q.id = g.gold_id AND q.removed_at IS NULL JOIN "user" u ON u.id = x.reviewer_id
      WHERE x.project_id = ${actor.project.id}::uuid AND ${says}
      GROUP BY 1, 2 ORDER BY answered DESC, u.name`,
    db.$queryRaw<(Omit<WarmUpOf, 'startedAt' | 'endedAt'> & { startedAt: Date; endedAt: Date | null })[]>`
      SELECT g.kind, g.state, g.asked, g.bar, g.round, g.reviewer_id AS person, u.name, g.started_at AS "startedAt",
        g.ended_at AS "endedAt", e.name AS "endedBy", ${warmUpFigures}
      FROM warm_up g JOIN "user" u ON u.id = g.reviewer_id LEFT JOIN "user" e ON e.id = g.ended_by
      WHERE g.project_id = ${actor.project.id}::uuid AND g.state <> 'experienced' ${ofKind}
      ORDER BY array_position(ARRAY['failed', 'warming'], g.state), g.started_at DESC`,
  ])
  return {
    people: people.map(({ lastAt, ...row }) => ({
      ...row,
      ...accuracyOf(row),
      lastAt: lastAt.toISOString(),
    })),
    warmUps: warmUps.map(({ startedAt, endedAt, ...row }) => ({
      ...row,
      startedAt: startedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    })),
  }
}

const answersOf = sql`
  FROM gold_place o JOIN gold_answer x ON x.place_id = o.id
  WHERE o.project_id = g.project_id AND o.kind = g.kind AND o.reviewer_id = g.reviewer_id
    AND o.purpose = 'warm-up' AND o.round = g.round AND ${says}`

/** Of a warm-up `g`: how many of its round are answered, and how many of these as expected. */
export const warmUpFigures = sql`
  (SELECT count(*)::int ${answersOf}) AS answered, (SELECT count(*)::int ${answersOf} AND x.is_right) AS right`

/** Is a version a gold question, or could it be one? */
export async function readVersionGold(actor: ProjectActor, input: { version: string }): Promise<VersionGold> {
  requireRole(actor, 'lead')
  const [expected, gold] = await Promise.all([
    readExpected(db, actor, input.version),
    db.goldQuestion.findFirst({
      where: { versionId: input.version, projectId: actor.project.id, removedAt: null },
      select: { id: true, note: true, verdict: true },
    }),
  ])
  return { id: gold?.id ?? null, note: gold?.note ?? '', verdict: expected?.verdict ?? null }
}
