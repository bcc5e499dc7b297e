import { findKind } from '@/lib/artifacts/kinds/find-kind'
import { type ArtifactKind, type Author, type ContentOf, defaultOverlap } from '@/lib/artifacts/model'
import type { Tx } from '@/lib/platform/db'
import { contentHash } from '@/lib/platform/hash'
import type { TaskForm } from '@/lib/tasks/model'

/** A new artifact with its first version; who makes it gives both their ids, and a key that no other has. */
export type NewDraft<Kind extends ArtifactKind> = {
  artifactId: string
  versionId: string
  key: string
  content: ContentOf<Kind>
}

/**
 * Puts many new artifacts in the queue at once, as the plan of their kind says, a few statements however many they are. Nobody of the
 * project is taken to have written them, so that everybody may decide. The caller writes the audit row.
 */
export async function proposeMany<Kind extends ArtifactKind>(
  tx: Tx,
  author: Author,
  of: { projectId: string; kind: Kind; taskForm: TaskForm; drafts: readonly NewDraft<Kind>[] },
): Promise<void> {
  const { projectId, kind, taskForm, drafts } = of
  const { weigh } = findKind<Kind>(kind)
  const artifactIds = drafts.map(({ artifactId }) => artifactId)
  const versionIds = drafts.map(({ versionId }) => versionId)
  const keys = drafts.map(({ key }) => key)
  const labels = drafts.map(({ content, key }) =>
    weigh({ content, evidence: undefined, key }).label.slice(0, 200),
  )
  await tx.$executeRaw`
    INSERT INTO artifact (id, project_id, kind, task_form, key)
    SELECT id, ${projectId}::uuid, ${kind}, ${taskForm}, key FROM unnest(${artifactIds}::uuid[], ${keys}::text[]) one(id, key)`
  await tx.$executeRaw`
    INSERT INTO version (id, artifact_id, number, content, content_hash, author_kind, author_id)
    SELECT id, artifact_id, 1, content::jsonb, hash, ${author.kind}, ${author.id}
    FROM unnest(${versionIds}::uuid[], ${artifactIds}::uuid[], ${drafts.map(({ content }) => JSON.stringify(content))}::text[],
      ${drafts.map(({ content }) => contentHash(content))}::text[]) one(id, artifact_id, content, hash)`
  await tx.$executeRaw`
    INSERT INTO draft_origin (version_id, project_id, kind, author_kind, author_id)
    SELECT id, ${projectId}::uuid, ${kind}, ${author.kind}, ${author.id} FROM unnest(${versionIds}::uuid[]) id`
  await tx.$executeRaw`
    WITH plan AS MATERIALIZED (
      SELECT COALESCE(p.overlap, LEAST(${defaultOverlap[kind]}::int, GREATEST(1, (
          SELECT count(*)::int FROM membership m JOIN "user" u ON u.id = m.user_id AND u.kind = 'person'
          WHERE m.project_id = ${projectId}::uuid)))) AS overlap,
        COALESCE(p.strategy, 'oldest') AS strategy, COALESCE(p.assigned_to, '{}') AS assigned_to
      FROM (SELECT) one LEFT JOIN review_plan p ON p.project_id = ${projectId}::uuid AND p.kind = ${kind}),
    queued AS (
      INSERT INTO draft (version_id, project_id, kind, overlap, assigned_to, label)
      SELECT one.id, ${projectId}::uuid, ${kind}, plan.overlap, plan.assigned_to, one.label
      FROM plan, unnest(${versionIds}::uuid[], ${labels}::text[]) WITH ORDINALITY one(id, label, place)
      ORDER BY one.place RETURNING *)
    INSERT INTO review_slot (version_id, number, project_id, position, kind, sort_key, assigned_to)
    SELECT q.version_id, place, q.project_id, q.position, q.kind,
      gloss_sort_key(q.kind, plan.strategy, q.position, q.doubt, q.touches, q.label), q.assigned_to
    FROM queued q, plan, generate_series(1, q.overlap) place`
}
