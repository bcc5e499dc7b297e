import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { requireSession } from '@/lib/platform/require-session'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { requireOtherAdmin } from '@/lib/projects/require-other-admin'
import { withdrawInvitations } from '@/lib/projects/withdraw-invitations'

/** Takes a member out of the project. What they decided stays, and so does their account. */
export async function removeMember(actor: ProjectActor, input: { user: string }): Promise<void> {
  requireRole(actor, 'admin')
  requireSession(actor)
  const projectId = actor.project.id
  await db.$transaction(async (tx) => {
    const before = await requireOtherAdmin(tx, actor, { user: input.user, after: null })
    await tx.membership.delete({ where: { projectId_userId: { projectId, userId: input.user } } })
    await withdrawInvitations(tx, actor, input.user)
    await audit(tx, actor, {
      action: 'member.removed',
      subjectKind: 'user',
      subjectId: input.user,
      projectId,
      data: { before },
    })
  })
}
