import type { Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { type ProjectActor, type Role, roleSchema } from '@/lib/projects/model'

/**
 * The member's role now. Throws when they are no member, or the only admin and would be one no more.
 * The rows stay locked until the transaction ends, so that two admins cannot step down past each other.
 */
export async function requireOtherAdmin(
  tx: Tx,
  actor: ProjectActor,
  input: { user: string; after: Role | null },
): Promise<Role> {
  const rows = await tx.$queryRaw<{ user_id: string; role: string; kind: string }[]>`
    SELECT m.user_id, m.role, u.kind FROM membership m JOIN "user" u ON u.id = m.user_id
    WHERE m.project_id = ${actor.project.id}::uuid AND (m.role = 'admin' OR m.user_id = ${input.user})
    ORDER BY m.user_id FOR UPDATE OF m`
  const member = rows.find((row) => row.user_id === input.user)
  if (!member)
    throw new AppError('not_found', 'That person is not in this project.', { reason: 'member-unknown' })
  const others = rows.filter((row) => row.user_id !== input.user && row.kind === 'person')
  if (member.role === 'admin' && input.after !== 'admin' && others.length === 0)
    throw new AppError('conflict', 'A project keeps at least one admin. Make somebody else admin first.', {
      reason: 'last-admin',
    })
  return roleSchema.parse(member.role)
}
