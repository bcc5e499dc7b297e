// What a start leaves for its operator: `.data/token` for the command line, and on standard output the path of the one-time
// link for the first account, or nothing when somebody has an account.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'
import { keepLocalToken } from '@/lib/people/keep-local-token'
import { openFirstAccount } from '@/lib/people/open-first-account'
import { disconnect } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { systemActor } from '@/lib/platform/model'

const actor = systemActor('start')
const { dataDir } = env()

await keepTokenFile(path.join(dataDir, 'token'))
const link = await openFirstAccount(actor)
if (link) console.log(link)
await disconnect()

async function keepTokenFile(file: string): Promise<void> {
  const current = readIfThere(file)
  const folder = createHash('sha256').update(dataDir).digest('hex').slice(0, 8)
  const token = await keepLocalToken(actor, { current, place: `${hostname()} (${folder})` })
  if (token === current) return
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(`${file}.new`, token, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return null
  }
}
