import { audit } from '@/lib/platform/audit'
import { endSession } from '@/lib/platform/auth'
import { db } from '@/lib/platform/db'
import type { Actor } from '@/lib/platform/model'

/** Ends the session of the request on the server. `cookies` takes the cookie back. */
export async function signOut(actor: Actor, from: Headers): Promise<{ cookies: Headers }> {
  return db.$transaction(async (tx) => {
    const cookies = await endSession(tx, from.get('cookie') ?? '')
    await audit(tx, actor, { action: 'session.ended', subjectKind: 'user', subjectId: actor.id })
    return { cookies }
  })
}
