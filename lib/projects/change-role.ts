import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { requireSession } from '@/lib/platform/require-session'
import { requireRole } from '@/lib/projects/enter-project'
import { type ProjectActor, type Role, roleAllows } from '@/lib/projects/model'
import { readMember } from '@/lib/projects/queries'
import { requireOtherAdmin } from '@/lib/projects/require-other-admin'
import type { MemberView } from '@/lib/projects/schema'
import { withdrawInvitations } from '@/lib/projects/withdraw-invitations'

/** Gives a member another role. The last admin of a project stays admin. */
export async function changeRole(
  actor: ProjectActor,
  input: { user: string; role: Role },
): Promise<MemberView> {
  requireRole(actor, 'admin')
  requireSession(actor)
  const projectId = actor.project.id
  await db.$transaction(async (tx) => {
    const before = await requireOtherAdmin(tx, actor, { user: input.user, after: input.role })
    if (before === input.role) return
    await tx.membership.update({
      where: { projectId_userId: { projectId, userId: input.user } },
      data: { role: input.role },
    })
    if (!roleAllows(input.role, 'admin')) await withdrawInvitations(tx, actor, input.user)
    await audit(tx, actor, {
      action: 'member.role-changed',
      subjectKind: 'user',
      subjectId: input.user,
      projectId,
      data: { before, role: input.role },
    })
  })
  return readMember(actor, { user: input.user })
}
