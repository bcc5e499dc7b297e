import { addToken } from '@/lib/people/create-token'
import { audit } from '@/lib/platform/audit'
import { db, type Tx } from '@/lib/platform/db'
import { sha256 } from '@/lib/platform/hash'
import type { Actor } from '@/lib/platform/model'

const OPERATOR = { id: 'local-operator', name: 'Local operator', email: 'local-operator@gloss.invalid' }

/**
 * The token of the command line on this machine: the one at hand if it still works, else a new one in its place. It belongs
 * to a service account without a password, which may do all that an admin may but decide. `place` tells machines apart.
 */
export async function keepLocalToken(
  actor: Actor,
  input: { current: string | null; place: string },
): Promise<string> {
  if (input.current && (await stillWorks(input.current))) return input.current
  return db.$transaction(async (tx) => {
    await keepOperator(tx, actor)
    const name = `Command line on ${input.place}`.slice(0, 80)
    await tx.apiToken.updateMany({
      where: { userId: OPERATOR.id, name, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    return (await addToken(tx, actor, { userId: OPERATOR.id, name, expiresInDays: null })).token
  })
}

async function stillWorks(token: string): Promise<boolean> {
  const row = await db.apiToken.findUnique({ where: { tokenHash: sha256(token) } })
  return row?.userId === OPERATOR.id && row.revokedAt === null
}

async function keepOperator(tx: Tx, actor: Actor): Promise<void> {
  if (await tx.user.findUnique({ where: { id: OPERATOR.id }, select: { id: true } })) return
  await tx.user.create({ data: { ...OPERATOR, kind: 'service', isAdmin: true } })
  await audit(tx, actor, {
    action: 'account.created',
    subjectKind: 'user',
    subjectId: OPERATOR.id,
    data: { kind: 'service', isAdmin: true },
  })
}
