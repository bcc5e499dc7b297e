import { findKind } from '@/lib/artifacts/kinds/find-kind'
import type { ArtifactKind, Content, EvidenceOf } from '@/lib/artifacts/model'
import type { Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import type { Standing } from '@/lib/reviews/read-standing'

/** An edit is of the same thing, and nothing is wrong with it. What the check measured goes with the edit. */
export async function checkEdit(
  tx: Tx,
  actor: ProjectActor,
  { content, standing }: { content: Content; standing: Standing },
): Promise<EvidenceOf<ArtifactKind> | undefined> {
  const { artifact } = standing
  const kind = findKind(artifact.kind)
  if (!kind.isSame(kind.content.parse(standing.content), content))
    throw new AppError('invalid', kind.fixed.message, { reason: kind.fixed.reason })
  const at = { projectId: actor.project.id, corpusId: artifact.corpusId, within: tx }
  const { issues, evidence } = await kind.check(content, at)
  if (issues.length === 0) return evidence
  const { reason, message } = kind.faulty
  throw new AppError('invalid', message, {
    reason,
    params: { count: issues.length },
    issues: issues.map(({ path, code, message }) => ({
      path: `body.content.${path}`,
      message: message ?? code,
    })),
  })
}
