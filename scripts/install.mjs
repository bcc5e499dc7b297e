// Installs exactly what package-lock.json says, when node_modules is missing, stale or was left half done. Nothing here
// may import a package: there may be none yet.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './environment.mjs'
import { runTied } from './spawn-tied.mjs'

const STAMP = path.join(ROOT, 'node_modules/.gloss-installed')
const LOCK = path.join(ROOT, 'package-lock.json')
const SCHEMA = path.join(ROOT, 'prisma/schema.prisma')
const CLIENT = path.join(ROOT, 'generated/prisma/client.ts')
const CLIENT_STAMP = path.join(ROOT, 'generated/.schema')

/** Returns what it did, in words. `announce` hears when it will take long. */
export async function ensureInstalled(announce = () => {}) {
  const installed = await installPackages(announce)
  const generated = await generateClient()
  return installed ?? generated ?? 'up to date'
}

async function installPackages(announce) {
  const stamp = hashOf(LOCK, process.platform, process.arch, process.versions.modules)
  if (isStamped(STAMP, stamp)) return undefined
  const byHand = isInstalledByHand()
  if (!byHand) await npmCi(announce)
  writeFileSync(STAMP, stamp)
  return byHand ? undefined : 'installed from package-lock.json'
}

async function npmCi(announce) {
  announce('installing the locked packages, about half a minute')
  rmSync(STAMP, { force: true })
  const quietly = ['--no-audit', '--no-fund', '--loglevel=error']
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1' }
  await runTied([...npm(), 'ci', '--include=dev', '--ignore-scripts=false', ...quietly], { env })
  if (existsSync(CLIENT)) writeFileSync(CLIENT_STAMP, hashOf(SCHEMA)) // our postinstall has made it
}

async function generateClient() {
  if (existsSync(CLIENT) && isStamped(CLIENT_STAMP, hashOf(SCHEMA))) return undefined
  await runTied(['node_modules/prisma/build/index.js', 'generate'])
  mkdirSync(path.dirname(CLIENT_STAMP), { recursive: true })
  writeFileSync(CLIENT_STAMP, hashOf(SCHEMA))
  return 'generated the database client'
}

// `npm ci` or `npm install` run by a person leaves no stamp of ours, but its own record of what is there.
function isInstalledByHand() {
  const record = path.join(ROOT, 'node_modules/.package-lock.json')
  if (existsSync(STAMP) || !existsSync(record)) return false
  const [there, locked] = [record, LOCK].map((file) => JSON.parse(readFileSync(file, 'utf8')).packages)
  return Object.entries(locked).every(
    ([name, { version, optional }]) =>
      !name ||
      (optional && !there[name]) ||
      (there[name]?.version === version && existsSync(path.join(ROOT, name))),
  )
}

// The npm that runs us, without a shell between: it shall end with us.
function npm() {
  const beside = path.resolve(path.dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js')
  const found = [process.env.npm_execpath, beside].find(
    (file) => file?.endsWith('npm-cli.js') && existsSync(file),
  )
  if (!found) throw new Error('npm was not found beside node: run "npm ci", then start again')
  return [found]
}

function isStamped(file, stamp) {
  return existsSync(file) && readFileSync(file, 'utf8') === stamp
}

function hashOf(file, ...more) {
  return createHash('sha256').update(readFileSync(file)).update(more.join()).digest('hex')
}
