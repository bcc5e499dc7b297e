import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { env } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'

type SealKey = { id: string; key: Buffer }

const FORM = 'v1'

/**
 * A secret as the database may hold it: AES-256-GCM, with the id of the key that sealed it. `owner` says whose it is, and what is
 * sealed for one opens for no other: a row that is copied onto another is worth nothing there.
 */
export function sealSecret(secret: string, owner: string): string {
  const [{ id, key }] = sealKeys()
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return [FORM, id, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.')
}

export function openSecret(sealed: string, owner: string): string {
  const [form, id, ...parts] = sealed.split('.')
  const [iv, tag, text] = parts.map((part) => Buffer.from(part, 'base64url'))
  const known = sealKeys().find((one) => one.id === id)
  if (form !== FORM || !known || !iv || !tag || !text) throw cannotOpen()
  try {
    const decipher = createDecipheriv('aes-256-gcm', known.key, iv, { authTagLength: 16 })
    decipher.setAAD(Buffer.from(owner)).setAuthTag(tag)
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
  } catch {
    throw cannotOpen() // not the error itself: it is of no use to whoever entered the key
  }
}

/** Was it sealed by another key than the one that seals now? Opening and sealing it again completes a change of keys. */
export function isSealedByOldKey(sealed: string): boolean {
  return sealed.split('.')[1] !== sealKeys()[0].id
}

function cannotOpen(): AppError {
  return new AppError(
    'conflict',
    'A key that is kept here was sealed by another secret than this server has. Enter it again.',
    { reason: 'sealed-by-another' },
  )
}

function sealKeys(): [SealKey, ...SealKey[]] {
  const given = env().GLOSS_SEAL_KEYS
  const [first, ...others] = (given.length > 0 ? given : [keptSecret()]).map(deriveKey)
  return [first!, ...others]
}

function deriveKey(secret: string): SealKey {
  const derive = (use: string, length: number) => Buffer.from(hkdfSync('sha256', secret, '', use, length))
  return { key: derive('gloss seal key', 32), id: derive('gloss seal key id', 4).toString('hex') }
}

/** The installation's own secret. Several processes may want to make it at once: the first one's counts, and is whole. */
function keptSecret(): string {
  const file = path.join(env().dataDir, 'seal-key')
  const read = () => readFileSync(file, 'utf8').trim()
  try {
    return read()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  mkdirSync(env().dataDir, { recursive: true })
  const part = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`
  writeFileSync(part, randomBytes(32).toString('base64url'), { mode: 0o600 })
  try {
    linkSync(part, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(part, { force: true })
  }
  return read()
}
