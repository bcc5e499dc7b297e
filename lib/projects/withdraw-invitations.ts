import { audit } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'

/**
 * Makes useless every open link of somebody who may invite no more: one that they kept would let them back in, as what
 * they were. Whoever was sent one asks the admins for another.
 */
export async function withdrawInvitations(tx: Tx, actor: ProjectActor, user: string): Promise<void> {
  const projectId = actor.project.id
  const revoked = await tx.invitation.updateManyAndReturn({
    where: { projectId, invitedById: user, acceptedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
    select: { id: true },
  })
  for (const { id } of revoked)
    await audit(tx, actor, {
      action: 'invitation.revoked',
      subjectKind: 'invitation',
      subjectId: id,
      projectId,
      data: { invitedById: user },
    })
}
