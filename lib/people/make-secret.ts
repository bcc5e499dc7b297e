import { randomBytes } from 'node:crypto'

/** A random secret for a link or a token (192 bits). Who makes one shows it once and stores only its SHA-256. */
export function makeSecret(prefix: string): string {
  return prefix + randomBytes(24).toString('base64url')
}
