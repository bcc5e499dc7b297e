import { makeSecret } from '@/lib/people/make-secret'
import { INVITATION_DAYS } from '@/lib/people/model'
import { invitationView } from '@/lib/people/queries'
import type { InvitationView } from '@/lib/people/schema'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { sha256 } from '@/lib/platform/hash'
import { requireSession } from '@/lib/platform/require-session'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor, Role } from '@/lib/projects/model'

/** Makes a one-time link into the project. Its path is in this answer and nowhere else. */
export async function invite(
  actor: ProjectActor,
  input: { role: Role; note: string },
): Promise<InvitationView & { path: string }> {
  requireRole(actor, 'admin')
  requireSession(actor)
  const secret = makeSecret('')
  const row = await db.$transaction(async (tx) => {
    const created = await tx.invitation.create({
      data: {
        tokenHash: sha256(secret),
        projectId: actor.project.id,
        role: input.role,
        note: input.note,
        invitedById: actor.id,
        expiresAt: new Date(Date.now() + INVITATION_DAYS * 86_400_000),
      },
    })
    await audit(tx, actor, {
      action: 'invitation.made',
      subjectKind: 'invitation',
      subjectId: created.id,
      projectId: actor.project.id,
      data: { role: input.role, note: input.note },
    })
    return created
  })
  return { ...invitationView(row, null), path: `/join/${secret}` }
}
