// What every script and every child process must agree on: the data folder, `.env` and the secret.
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

export function loadDotEnv() {
  const file = path.join(ROOT, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}

export function dataDir() {
  return path.resolve(ROOT, process.env.GLOSS_DATA_DIR || '.data')
}

/** Makes a folder for private data. Root's must let the database's account through, so there only files are private. */
export function makeDataDir(dir) {
  if (existsSync(dir)) return
  mkdirSync(dir, { recursive: true })
  chmodSync(dir, process.getuid?.() === 0 ? 0o711 : 0o700)
}

export function secret() {
  if (process.env.GLOSS_SECRET) return process.env.GLOSS_SECRET
  const file = path.join(dataDir(), 'secret')
  if (!existsSync(file)) {
    makeDataDir(dataDir())
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8').trim()
}

export function childEnvironment(extra = {}) {
  return {
    ...process.env,
    GLOSS_DATA_DIR: dataDir(),
    GLOSS_SECRET: secret(),
    NEXT_TELEMETRY_DISABLED: '1',
    // With an arena for each thread the C library keeps tens of megabytes that nobody uses.
    MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '1',
    ...extra,
  }
}
