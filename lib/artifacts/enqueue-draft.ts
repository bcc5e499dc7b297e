import { findKind } from '@/lib/artifacts/kinds/find-kind'
import {
  type ArtifactKind,
  type Author,
  type Content,
  defaultOverlap,
  type EvidenceOf,
} from '@/lib/artifacts/model'
import type { Tx } from '@/lib/platform/db'

type Queued = {
  versionId: string
  artifact: { projectId: string; kind: string; key: string }
  author: Author
  content: Content
  evidence: EvidenceOf<ArtifactKind> | undefined
}

/**
 * Opens the places of a version for reviewers, as the plan of its kind says. Without a plan no more are asked than there are people
 * who may decide it. Returns its position in the queue.
 */
export async function enqueueDraft(tx: Tx, of: Queued): Promise<bigint> {
  const { versionId, artifact, author, content, evidence } = of
  const { projectId } = artifact
  const kind = findKind(artifact.kind)
  const { label, doubt, touches } = kind.weigh({ content, evidence, key: artifact.key })
  const writer = author.kind === 'person' ? author.id : null
  const [queued] = await tx.$queryRaw<{ position: bigint }[]>`
    WITH plan AS (
      SELECT COALESCE(p.overlap, LEAST(${defaultOverlap[kind.kind]}::int, GREATEST(1, (
          SELECT count(*)::int FROM membership m JOIN "user" u ON u.id = m.user_id AND u.kind = 'person'
          WHERE m.project_id = ${projectId}::uuid AND m.user_id IS DISTINCT FROM ${writer})))) AS overlap,
        COALESCE(p.strategy, 'oldest') AS strategy, COALESCE(p.assigned_to, '{}') AS assigned_to
      FROM (SELECT) one LEFT JOIN review_plan p ON p.project_id = ${projectId}::uuid AND p.kind = ${kind.kind}),
    queued AS (
      INSERT INTO draft (version_id, project_id, kind, overlap, assigned_to, author_id, label, doubt, touches)
      SELECT ${versionId}::uuid, ${projectId}::uuid, ${kind.kind}, overlap, assigned_to, ${writer}, ${label.slice(0, 200)},
        ${doubt}::float8, ${touches}::int
      FROM plan RETURNING *),
    opened AS (
      INSERT INTO review_slot (version_id, number, project_id, position, kind, sort_key, assigned_to, author_id)
      SELECT q.version_id, place, q.project_id, q.position, q.kind,
        gloss_sort_key(q.kind, plan.strategy, q.position, q.doubt, q.touches, q.label), q.assigned_to, q.author_id
      FROM queued q, plan, generate_series(1, q.overlap) place)
    SELECT position FROM queued`
  return queued!.position
}
