import { findKind } from '@/lib/artifacts/kinds/find-kind'
import { type SomeContent, titleOf } from '@/lib/artifacts/model'
import type { Tx } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { notify } from '@/lib/projects/notifications/notify'
import type { Standing } from '@/lib/reviews/read-standing'

/** The leads of the project learn that reviewers disagree about a draft. */
export async function tellLeads(tx: Tx, actor: ProjectActor, standing: Standing): Promise<void> {
  const { artifact, versionId } = standing
  const leads = await tx.membership.findMany({
    where: { projectId: actor.project.id, role: { in: ['lead', 'admin'] }, user: { kind: 'person' } },
    select: { userId: true },
  })
  const content = { kind: artifact.kind, content: findKind(artifact.kind).content.parse(standing.content) }
  await notify(tx, actor, {
    projectId: actor.project.id,
    to: leads.map(({ userId }) => userId),
    notice: {
      ...{ kind: 'disputed', artifactId: artifact.id, artifact: artifact.kind, versionId },
      title: titleOf(content as SomeContent).title,
    },
  })
}
