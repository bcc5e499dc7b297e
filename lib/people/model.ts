import { createHash, randomBytes } from 'node:crypto'

/** Links and tokens are random secrets that the database knows only by their hash. */
export function newSecret(prefix: string): string {
  return `${prefix}_${randomBytes(24).toString('base64url')}`
}

export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** What an API token begins with, so that it is recognised where it should not be. */
export const TOKEN_PREFIX = 'gloss_'

export const INVITATION_DAYS = 14
export const PASSWORD_MIN = 10
export const PASSWORD_MAX = 200
