import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError } from 'better-auth/api'
import { hashPassword } from 'better-auth/crypto'
import { db, type Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'

const DAY = 86_400
const SESSION_DAYS = 30

/**
 * Sessions and passwords. Our own routes call it on the server; its handler is mounted nowhere, so that nothing of it is
 * reachable that we did not describe. Given a transaction, what it writes belongs to that transaction.
 */
export function authOn(client: Tx | typeof db) {
  const { GLOSS_SECRET, GLOSS_URL, secureCookies } = env()
  return betterAuth({
    appName: 'Gloss',
    secret: GLOSS_SECRET,
    baseURL: GLOSS_URL,
    database: prismaAdapter(client, { provider: 'postgresql' }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 1,
      maxPasswordLength: 200,
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

/** Is this better-auth's refusal of an e-mail and a password? */
export function isWrongPassword(error: unknown): boolean {
  return error instanceof APIError && error.status === 'UNAUTHORIZED'
}

/** What the database keeps of a password. */
export function passwordHash(password: string): Promise<string> {
  return hashPassword(password)
}
