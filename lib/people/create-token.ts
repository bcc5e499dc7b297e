import { makeSecret } from '@/lib/people/make-secret'
import { TOKEN_PREFIX } from '@/lib/people/model'
import { tokenView } from '@/lib/people/queries'
import type { TokenView } from '@/lib/people/schema'
import { audit } from '@/lib/platform/audit'
import { db, type Tx } from '@/lib/platform/db'
import { sha256 } from '@/lib/platform/hash'
import type { Actor } from '@/lib/platform/model'
import { requireSession } from '@/lib/platform/require-session'

type Input = { name: string; expiresInDays: number | null }

/** Makes an API token of the caller. The token itself is in this answer and nowhere else. */
export async function createToken(actor: Actor, input: Input): Promise<TokenView & { token: string }> {
  requireSession(actor)
  return db.$transaction((tx) => addToken(tx, actor, { ...input, userId: actor.id }))
}

export async function addToken(
  tx: Tx,
  actor: Actor,
  input: Input & { userId: string },
): Promise<TokenView & { token: string }> {
  const { userId, name, expiresInDays } = input
  const token = makeSecret(TOKEN_PREFIX)
  const row = await tx.apiToken.create({
    data: {
      userId,
      name,
      tokenHash: sha256(token),
      lastFour: token.slice(-4),
      expiresAt: expiresInDays === null ? null : new Date(Date.now() + expiresInDays * 86_400_000),
    },
  })
  await audit(tx, actor, {
    action: 'token.created',
    subjectKind: 'api-token',
    subjectId: row.id,
    data: { name, userId, expiresInDays },
  })
  return { ...tokenView(row), token }
}
