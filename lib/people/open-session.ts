import type { AccountView } from '@/lib/people/schema'
import { audit } from '@/lib/platform/audit'
import { beginSession } from '@/lib/platform/auth'
import type { Tx } from '@/lib/platform/db'

/**
 * Opens a browser session in the caller's transaction, for a person whose password the caller has checked.
 * `cookies` carries the `set-cookie` lines of the answer.
 */
export async function openSession(
  tx: Tx,
  input: { email: string; from: Headers },
): Promise<{ account: AccountView; cookies: Headers }> {
  const { id, name, email, isAdmin } = await tx.user.findUniqueOrThrow({
    where: { email: input.email, kind: 'person' },
  })
  const cookies = await beginSession(tx, { email, from: origin(input.from) })
  await audit(
    tx,
    { kind: 'person', id, name, isAdmin, via: 'session' },
    { action: 'session.started', subjectKind: 'user', subjectId: id },
  )
  return { account: { id, name, email, isAdmin }, cookies }
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
