import { lockFirstAccount } from '@/lib/people/claim-invitation'
import { makeSecret } from '@/lib/people/make-secret'
import { INVITATION_DAYS } from '@/lib/people/model'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { sha256 } from '@/lib/platform/hash'
import type { Actor } from '@/lib/platform/model'

/** The path of a one-time link for the first account, in place of an earlier unused one. Null when a person has an account. */
export async function openFirstAccount(actor: Actor): Promise<string | null> {
  const secret = makeSecret('')
  return db.$transaction(async (tx) => {
    await lockFirstAccount(tx)
    if (await tx.user.findFirst({ where: { kind: 'person' }, select: { id: true } })) return null
    await tx.invitation.updateMany({
      where: { projectId: null, acceptedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    const row = await tx.invitation.create({
      data: {
        tokenHash: sha256(secret),
        role: 'admin',
        expiresAt: new Date(Date.now() + INVITATION_DAYS * 86_400_000),
      },
    })
    await audit(tx, actor, { action: 'invitation.made', subjectKind: 'invitation', subjectId: row.id })
    return `/join/${secret}`
  })
}
