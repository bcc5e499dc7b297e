import { invitationState } from '@/lib/people/model'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { requireSession } from '@/lib/platform/require-session'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Makes an unused link useless. Doing it twice is no error; a link that somebody used stays used. */
export async function revokeInvitation(actor: ProjectActor, input: { invitation: string }): Promise<void> {
  requireRole(actor, 'admin')
  requireSession(actor)
  await db.$transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id: input.invitation, projectId: actor.project.id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count === 0)
      return explain(await tx.invitation.findUnique({ where: { id: input.invitation } }), actor)
    await audit(tx, actor, {
      action: 'invitation.revoked',
      subjectKind: 'invitation',
      subjectId: input.invitation,
      projectId: actor.project.id,
    })
  })
}

type Row = { projectId: string | null; acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date }

function explain(row: Row | null, actor: ProjectActor): void {
  if (!row || row.projectId !== actor.project.id)
    throw new AppError('not_found', 'There is no such invitation in this project.', {
      reason: 'invitation-unknown',
    })
  if (invitationState(row, new Date()) === 'accepted')
    throw new AppError('conflict', 'Somebody has used this link; remove the member instead.', {
      reason: 'invitation-accepted',
    })
}
