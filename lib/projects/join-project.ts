import { audit } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { Actor } from '@/lib/platform/model'
import { type Role, roleAllows, roleSchema } from '@/lib/projects/model'

/** Makes the actor a member, or raises their role, in the transaction that used up their invitation. */
export async function joinProject(
  tx: Tx,
  actor: Actor,
  input: { projectId: string; role: Role; invitationId: string },
): Promise<void> {
  const { projectId, role, invitationId } = input
  const key = { projectId_userId: { projectId, userId: actor.id } }
  const before = await tx.membership.findUnique({ where: key })
  const held = before && roleSchema.parse(before.role)
  if (held && roleAllows(held, role))
    throw new AppError('conflict', `You are in this project already, as ${held}. The link is still unused.`, {
      reason: 'already-member',
      params: { role: held },
    })
  await tx.membership.upsert({
    where: key,
    create: { projectId, userId: actor.id, role },
    update: { role },
  })
  await audit(tx, actor, {
    action: 'member.joined',
    subjectKind: 'user',
    subjectId: actor.id,
    projectId,
    data: { role, before: held, invitationId },
  })
}
