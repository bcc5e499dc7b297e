import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { parseCookies } from 'better-auth/cookies'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { db, type Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'

const DAY = 86_400
const SESSION_DAYS = 30

/**
 * Sessions and passwords. Our own routes call it on the server; its handler is mounted nowhere, so that nothing of it is
 * reachable that we did not describe. Given a transaction, what it writes belongs to that transaction.
 */
function authOn(client: Tx | typeof db) {
  const { GLOSS_SECRET, GLOSS_URL, secureCookies } = env()
  return betterAuth({
    appName: 'Gloss',
    secret: GLOSS_SECRET,
    baseURL: GLOSS_URL,
    database: prismaAdapter(client, { provider: 'postgresql' }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // Who opens a session has checked the password before: a slow hash would hold the transaction's connection.
      password: { hash: hashPassword, verify: async () => true },
    },
    user: {
      additionalFields: {
        kind: { type: 'string', input: false },
        isAdmin: { type: 'boolean', input: false },
      },
    },
    // A fixed term: a page cannot pass on a renewed cookie, and a session that the server renews alone ends by surprise.
    session: { expiresIn: SESSION_DAYS * DAY, disableSessionRefresh: true },
    advanced: {
      cookiePrefix: 'gloss',
      useSecureCookies: secureCookies,
      database: { validateSchema: false },
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

type Auth = ReturnType<typeof authOn>

const kept = globalThis as unknown as { glossAuth?: Auth }

/** The one for reads, made at first use. */
export function auth(): Auth {
  kept.glossAuth ??= authOn(db)
  return kept.glossAuth
}

const MOST_COOKIES = 10_000
/** The sessions of cookies whose signature holds: that stays so as long as the server has its secret. */
const signed = new Map<string, string>()

/**
 * The session that a cookie names, if we signed it. It says nothing of whether that session has ended since then: the database knows.
 * Null for a cookie of nobody's.
 */
export async function sessionTokenOf(cookies: string): Promise<string | null> {
  const { authCookies } = await auth().$context
  const { name } = authCookies.sessionToken
  const sent = parseCookies(cookies).get(name)
  if (!sent) return null
  const known = signed.get(sent)
  if (known) return known
  // This cookie alone is asked about: it must never pass for the session of another that came with it.
  const headers = new Headers({ cookie: `${name}=${encodeURIComponent(sent)}` })
  const found = await auth().api.getSession({ headers })
  if (!found) return null
  if (signed.size >= MOST_COOKIES) signed.clear()
  signed.set(sent, found.session.token)
  return found.session.token
}

/** Opens a session for an account whose password the caller has checked. The headers carry the cookie. */
export async function beginSession(tx: Tx, input: { email: string; from: Headers }): Promise<Headers> {
  const { headers } = await authOn(tx).api.signInEmail({
    body: { email: input.email, password: 'checked before' },
    headers: input.from,
    returnHeaders: true,
  })
  return headers
}

/** Ends the session of a cookie. The headers take the cookie back. */
export async function endSession(tx: Tx, cookie: string): Promise<Headers> {
  const { headers } = await authOn(tx).api.signOut({ headers: new Headers({ cookie }), returnHeaders: true })
  return headers
}

/** What the database keeps of a password. */
export function passwordHash(password: string): Promise<string> {
  return hashPassword(password)
}

/** Does the password fit? Without a hash it does not, and that takes as long to say. */
export async function passwordFits(hash: string | null, password: string): Promise<boolean> {
  if (hash) return verifyPassword({ hash, password })
  await hashPassword(password)
  return false
}
