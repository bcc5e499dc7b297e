import { normalEmail, SIGN_IN_LIMIT } from '@/lib/people/model'
import { openSession } from '@/lib/people/open-session'
import type { AccountView } from '@/lib/people/schema'
import { passwordFits } from '@/lib/platform/auth'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
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
  await requirePassword(email, input.password)
  const opened = await db.$transaction((tx) => openSession(tx, { email, from }))
  forgetAttempts(keys.email)
  return opened
}

async function requirePassword(email: string, password: string): Promise<void> {
  const account = await db.account.findFirst({
    where: { providerId: 'credential', user: { email, kind: 'person' } },
    select: { password: true },
  })
  if (await passwordFits(account?.password ?? null, password)) return
  throw new AppError('unauthenticated', 'E-mail or password is wrong.', { reason: 'wrong-credentials' })
}
