import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { Actor } from '@/lib/platform/model'
import { requireSession } from '@/lib/platform/require-session'

/** Revokes one of the caller's own tokens, from the next request on. */
export async function revokeToken(actor: Actor, input: { token: string }): Promise<void> {
  requireSession(actor)
  await db.$transaction(async (tx) => {
    const { count } = await tx.apiToken.updateMany({
      where: { id: input.token, userId: actor.id, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count === 0)
      throw new AppError('not_found', 'You have no such token, or it was revoked already.', {
        reason: 'token-unknown',
      })
    await audit(tx, actor, { action: 'token.revoked', subjectKind: 'api-token', subjectId: input.token })
  })
}
