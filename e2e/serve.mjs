// What the end-to-end tests talk to: a production build with a worker, on a database of its own that is new every time.
// Leaves `.data/test/e2e/running.json` for them: { url, databaseUrl, firstAccount }.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ensureBuilt } from '../scripts/build.mjs'
import { release, start } from '../scripts/db.mjs'
import { childEnvironment, dataDir, ROOT } from '../scripts/environment.mjs'
import { migrate } from '../scripts/migrate.mjs'
import { runTied } from '../scripts/spawn-tied.mjs'
import { supervise } from '../scripts/supervise.mjs'
import { untilServing } from '../scripts/web-address.mjs'

const port = process.env.E2E_PORT
const url = `http://127.0.0.1:${port}`
const home = path.join(dataDir(), 'test')
const files = path.join(home, 'e2e')

process.env.GLOSS_DATA_DIR = files
rmSync(files, { recursive: true, force: true })
mkdirSync(files, { recursive: true })

const databaseUrl = await newDatabase()
const dist = process.env.GLOSS_DIST_DIR ?? '.next'
await ensureBuilt({ dist })
const env = childEnvironment({
  NODE_ENV: 'production',
  GLOSS_URL: url,
  GLOSS_DIST_DIR: dist,
  DATABASE_URL: databaseUrl,
  // The model of the tests is a stand-in on this machine.
  GLOSS_MODEL_NETWORKS: 'loopback',
})
await script('prisma/seed/seed.ts')
const firstAccount = (await script('scripts/first-account.ts'))
  .split('\n')
  .findLast((line) => line.startsWith('/'))
writeFileSync(
  path.join(files, 'running.json'),
  JSON.stringify({ url, databaseUrl, firstAccount, pid: process.pid }),
)

const children = [
  // Connections that wait stay open: one that closes just as a test speaks on it would fail the test.
  ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', port, '--keepAliveTimeout', '120000'],
  ['--import', 'tsx', 'lib/worker.ts'],
].map((args) => supervise({ args, env, onLine: console.log }))

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, leave)
await untilServing(url, { failure: new Promise(() => {}) })
console.log(`serving ${url}`)

async function leave() {
  await Promise.all(children.map((child) => child.stop(3000)))
  await release({ home })
  process.exit(0)
}

async function newDatabase() {
  const server = await start({
    home,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 200 },
    disposable: true,
  })
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`DROP DATABASE IF EXISTS e2e_${port} WITH (FORCE)`)
  await client.end()
  const address = Object.assign(new URL(server), { pathname: `/e2e_${port}` }).href
  await migrate(address)
  return address
}

async function script(file) {
  if (!existsSync(path.join(ROOT, file))) return ''
  return runTied(['--import', 'tsx', file], { env })
}
