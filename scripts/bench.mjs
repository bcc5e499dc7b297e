#!/usr/bin/env node
// npm run bench -- NAME [--rows N …] --json: runs bench/NAME.ts against a fresh, migrated database on a server with the
// product's own settings. The last line it prints is its result as JSON.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { childEnvironment, dataDir, ROOT } from './environment.mjs'
import { ensureInstalled } from './install.mjs'
import { spawnTied } from './spawn-tied.mjs'

const [name, ...args] = process.argv.slice(2)
const folder = path.join(ROOT, 'bench')
const benchmarks = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'measure.ts')
if (!name || !existsSync(path.join(folder, `${name}.ts`))) {
  console.error(
    `usage: npm run bench -- ${benchmarks.map((file) => file.slice(0, -3)).join(' | ')} [--rows N] --json`,
  )
  process.exit(1)
}

await ensureInstalled(console.error)
const { release, start } = await import('./db.mjs')
const { migrate } = await import('./migrate.mjs')
const home = path.join(dataDir(), 'bench')
const databaseUrl = await freshDatabase(await start({ home, say: console.error }))

const files = path.join(home, 'files')
rmSync(files, { recursive: true, force: true })
process.env.GLOSS_DATA_DIR = files
const child = spawnTied(['--expose-gc', '--import', 'tsx', path.join('bench', `${name}.ts`), ...args], {
  env: childEnvironment({ DATABASE_URL: databaseUrl, NODE_ENV: 'production', LOG_LEVEL: 'warn' }),
  stdio: ['ignore', 'inherit', 'inherit'],
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', async (code) => {
  await release({ home })
  rmSync(files, { recursive: true, force: true })
  process.exit(code ?? 1)
})

async function freshDatabase(server) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({
    connectionString: Object.assign(new URL(server), { pathname: '/postgres' }).href,
  })
  await client.connect()
  await client.query(`DROP DATABASE IF EXISTS bench_${name.replaceAll('-', '_')} WITH (FORCE)`)
  await client.end()
  const address = Object.assign(new URL(server), { pathname: `/bench_${name.replaceAll('-', '_')}` }).href
  await migrate(address)
  return address
}
