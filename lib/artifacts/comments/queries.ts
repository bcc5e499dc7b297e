import type { CommentView } from '@/lib/artifacts/comments/schema'
import { CURSOR_ID, cutPage, parseCursor } from '@/lib/platform/cursor'
import { db, sql } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { type ProjectActor, roleAllows } from '@/lib/projects/model'

const CURSOR = new RegExp(`^${CURSOR_ID}$`)

type CommentRow = Omit<CommentView, 'createdAt' | 'removable'> & { createdAt: Date }

/**
 * Oldest first. Where several people decide a version, each by themselves, who has not decided yet sees their own comments on it
 * only: others' words would sway them.
 */
export async function listComments(
  actor: ProjectActor,
  input: { artifact: string; cursor?: string; limit: number },
): Promise<{ items: CommentView[]; nextCursor: string | null }> {
  const after = input.cursor === undefined ? null : parseCursor(CURSOR, input.cursor)[0]
  await requireArtifact(actor, input.artifact)
  const rows = await db.$queryRaw<CommentRow[]>`
    ${comments}
    WHERE c.artifact_id = ${input.artifact}::uuid AND NOT (${swaying(actor)}) AND NOT (${telling(actor)})
      ${after === null ? sql`` : sql`AND c.id > ${after}::uuid`}
    ORDER BY c.id LIMIT ${input.limit + 1}`
  return cutPage(
    rows.map((row) => commentView(actor, row)),
    input.limit,
    ({ id }) => id,
  )
}

/** One comment, whoever may see it: for the answer of the deed that wrote it. */
export async function readComment(actor: ProjectActor, id: string): Promise<CommentView> {
  const [row] = await db.$queryRaw<CommentRow[]>`${comments} WHERE c.id = ${id}::uuid`
  return commentView(actor, row!)
}

export async function requireArtifact(actor: ProjectActor, id: string): Promise<void> {
  const known = await db.artifact.count({ where: { id, projectId: actor.project.id } })
  if (known === 0)
    throw new AppError('not_found', 'There is no such artifact in this project.', {
      reason: 'artifact-unknown',
    })
}

const comments = sql`
  SELECT c.id, c.artifact_id AS "artifactId", c.version_id AS "versionId", v.number AS "versionNumber",
    c.author_id AS "authorId", p.name AS author, CASE WHEN c.removed_at IS NULL THEN c.text END AS text,
    COALESCE((SELECT json_agg(json_build_object('userId', u.id, 'name', u.name) ORDER BY u.name, u.id)
      FROM "user" u WHERE u.id = ANY(c.mentions) AND c.removed_at IS NULL), '[]'::json) AS mentions,
    c.created_at AS "createdAt"
  FROM comment c JOIN "user" p ON p.id = c.author_id LEFT JOIN version v ON v.id = c.version_id`

/** True for a comment `c` that could sway the actor. */
const swaying = (actor: ProjectActor) => sql`
  c.author_id <> ${actor.id}
  AND EXISTS (SELECT 1 FROM draft w WHERE w.version_id = c.version_id AND w.state = 'waiting')
  AND (SELECT count(*) FROM review_slot s WHERE s.version_id = c.version_id) > 1
  AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.version_id = c.version_id AND d.reviewer_id = ${actor.id}
    AND d.verdict IN ('approve', 'edit', 'reject') AND NOT EXISTS (SELECT 1 FROM decision u WHERE u.undoes_id = d.id))`

/** True for a comment `c` of others about a gold question on the actor's desk, or about what came after it. */
const telling = (actor: ProjectActor) => sql`
  c.author_id <> ${actor.id}
  AND EXISTS (SELECT 1 FROM gold_place g JOIN version asked ON asked.id = g.version_id
    WHERE g.reviewer_id = ${actor.id} AND g.project_id = ${actor.project.id}::uuid AND g.closed_at IS NULL
      AND asked.artifact_id = c.artifact_id AND (v.number IS NULL OR v.number >= asked.number))`

function commentView(actor: ProjectActor, row: CommentRow): CommentView {
  const removable = row.text !== null && (row.authorId === actor.id || roleAllows(actor.role, 'lead'))
  return { ...row, removable, createdAt: row.createdAt.toISOString() }
}
