import type { AccountView } from '@/lib/people/schema'
import { audit } from '@/lib/platform/audit'
import { authOn, isWrongPassword } from '@/lib/platform/auth'
import type { Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { Actor } from '@/lib/platform/model'

/** Opens a browser session in the caller's transaction. `cookies` carries the `set-cookie` lines of the answer. */
export async function openSession(
  tx: Tx,
  input: { email: string; password: string; from: Headers },
): Promise<{ account: AccountView; cookies: Headers }> {
  const { email, password, from } = input
  const opened = await authOn(tx)
    .api.signInEmail({ body: { email, password }, headers: origin(from), returnHeaders: true })
    .catch((error: unknown) => {
      if (isWrongPassword(error))
        throw new AppError('unauthenticated', 'E-mail or password is wrong.', { reason: 'wrong-credentials' })
      throw error
    })
  const { id, name, isAdmin } = await tx.user.findUniqueOrThrow({
    where: { id: opened.response.user.id, kind: 'person' },
  })
  const actor: Actor = { kind: 'person', id, name, isAdmin, via: 'session' }
  await audit(tx, actor, { action: 'session.started', subjectKind: 'user', subjectId: id })
  return { account: { id, name, email, isAdmin }, cookies: opened.headers }
}

/** What a session remembers of its browser; the rest of the request is none of its business. */
function origin(from: Headers): Headers {
  const kept = new Headers()
  for (const name of ['user-agent', 'x-forwarded-for']) {
    const value = from.get(name)
    if (value) kept.set(name, value)
  }
  return kept
}
