import { normalEmail, SIGN_IN_LIMIT } from '@/lib/people/model'
import { openSession } from '@/lib/people/open-session'
import type { AccountView } from '@/lib/people/schema'
import { db } from '@/lib/platform/db'
import { countAttempt, forgetAttempts } from '@/lib/platform/rate-limit'

/** Opens a session for an e-mail and a password; guessing is slowed down per e-mail and per address. */
export async function signIn(
  from: Headers,
  input: { email: string; password: string },
): Promise<{ account: AccountView; cookies: Headers }> {
  const email = normalEmail(input.email)
  const address = from.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'unknown'
  const keys = { email: `sign-in:email:${email}`, address: `sign-in:address:${address}` }
  countAttempt([keys.email], SIGN_IN_LIMIT.perEmail)
  countAttempt([keys.address], SIGN_IN_LIMIT.perAddress)
  const opened = await db.$transaction((tx) => openSession(tx, { email, password: input.password, from }))
  forgetAttempts(keys.email)
  return opened
}
