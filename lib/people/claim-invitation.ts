import type { Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { sha256 } from '@/lib/platform/hash'

const FIRST_ACCOUNT_LOCK = 7_310_001

/** Makes a one-time link the caller's, in one statement that only one of several can win. */
export async function claimInvitation(tx: Tx, token: string, userId: string) {
  const [claimed] = await tx.$queryRaw<{ id: string }[]>`
    UPDATE invitation SET accepted_at = now()::timestamp, accepted_by_id = ${userId}
    WHERE token_hash = ${sha256(token)} AND accepted_at IS NULL AND revoked_at IS NULL
      AND expires_at > now()::timestamp
    RETURNING id`
  if (!claimed) throw linkUseless()
  const invitation = await tx.invitation.findUniqueOrThrow({
    where: { id: claimed.id },
    include: { project: true },
  })
  if (!invitation.project) await requireNobodyYet(tx)
  return invitation
}

/** The first account is made once: a link for it is worth nothing as soon as any person has an account. */
async function requireNobodyYet(tx: Tx): Promise<void> {
  await lockFirstAccount(tx)
  if (await tx.user.findFirst({ where: { kind: 'person' }, select: { id: true } })) throw linkUseless()
}

export async function lockFirstAccount(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${FIRST_ACCOUNT_LOCK})`
}

export function linkUseless(): AppError {
  return new AppError('not_found', 'This link was used, withdrawn or has expired. Ask for a new one.', {
    reason: 'invitation-useless',
  })
}
