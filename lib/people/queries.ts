import { secretHash, TOKEN_PREFIX } from '@/lib/people/model'
import { auth } from '@/lib/platform/auth'
import { db } from '@/lib/platform/db'
import type { Actor } from '@/lib/platform/model'

/** Who sends this request: by session cookie or by `Authorization: Bearer`. Null when nobody is signed in. */
export async function actorFromHeaders(headers: Headers): Promise<Actor | null> {
  const authorization = headers.get('authorization')
  if (authorization !== null) return actorFromToken(authorization)
  if (!headers.has('cookie')) return null
  const found = await auth().api.getSession({ headers })
  if (found?.user.kind !== 'person') return null
  const { id, name, isAdmin } = found.user
  return { kind: 'person', id, name, isAdmin: isAdmin === true, via: 'session' }
}

/** The hash is looked up whatever was sent, so that a wrong token costs as much time as a right one. */
async function actorFromToken(authorization: string): Promise<Actor | null> {
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? ''
  const row = await db.apiToken.findUnique({
    where: { tokenHash: secretHash(token) },
    select: {
      id: true,
      lastUsedAt: true,
      expiresAt: true,
      revokedAt: true,
      user: { select: { id: true, name: true, kind: true, isAdmin: true } },
    },
  })
  const now = Date.now()
  const valid = row && !row.revokedAt && (!row.expiresAt || row.expiresAt.getTime() > now)
  if (!valid || !token.startsWith(TOKEN_PREFIX)) return null
  if (!row.lastUsedAt || now - row.lastUsedAt.getTime() > 60_000) await noteUse(row.id)
  const { id, name, isAdmin, kind } = row.user
  return kind === 'service'
    ? { kind, id, name, isAdmin, via: 'token' }
    : { kind: 'person', id, name, isAdmin, via: 'token' }
}

/** At most once a minute for each token, however many requests come at once. */
async function noteUse(id: string): Promise<void> {
  await db.$executeRaw`
    UPDATE api_token SET last_used_at = now()::timestamp
    WHERE id = ${id}::uuid AND (last_used_at IS NULL OR last_used_at < now()::timestamp - interval '1 minute')`
}
