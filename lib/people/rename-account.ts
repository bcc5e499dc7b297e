import type { AccountView } from '@/lib/people/schema'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import type { Actor } from '@/lib/platform/model'
import { requireSession } from '@/lib/platform/require-session'

/** Gives the caller another name. What they decided before shows it too: rows keep who it was, not what they were called. */
export async function renameAccount(actor: Actor, input: { name: string }): Promise<AccountView> {
  requireSession(actor)
  return db.$transaction(async (tx) => {
    const before = await tx.user.findUniqueOrThrow({ where: { id: actor.id } })
    const { id, email, isAdmin } = before
    if (before.name !== input.name) {
      await tx.user.update({ where: { id }, data: { name: input.name } })
      const data = { before: before.name, name: input.name }
      await audit(tx, actor, { action: 'account.renamed', subjectKind: 'user', subjectId: id, data })
    }
    return { id, name: input.name, email, isAdmin }
  })
}
