// The database for `npm start`: the private one, or the one that DATABASE_URL names; migrated, seeded when new, watched.
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { childEnvironment, dataDir, ROOT } from './environment.mjs'
import { createDatabase, migrate } from './migrate.mjs'
import { reachDatabase } from './reach-database.mjs'
import { runTied } from './spawn-tied.mjs'
import { step } from './steps.mjs'

const SEED = 'prisma/seed/seed.ts'
const WATCH_MS = 500

/** Sets DATABASE_URL. Returns whether anybody has an account yet. */
export async function openDatabase({ exit, say }) {
  if (process.env.DATABASE_URL) await step('database', () => reachGiven(process.env.DATABASE_URL))
  else await step('database', () => startPrivate({ exit, say }))
  await step('migrate', async () => {
    const applied = await migrate(process.env.DATABASE_URL)
    return applied.length ? `applied ${applied.length}` : 'up to date'
  })
  const { hasAccounts, hasProjects } = await lookInside()
  await seedWhenNew(!hasAccounts && !hasProjects)
  return { hasAccounts }
}

async function reachGiven(url) {
  await reachDatabase(url, { onMissing: () => createDatabase(url) })
  return 'the one that DATABASE_URL names'
}

async function startPrivate({ exit, say }) {
  const { start, release, isRunning } = await import('./db.mjs')
  let isLeftAlone = false
  // Before it starts: whoever leaves meanwhile waits for it and takes it down.
  exit.stopsDatabase(() => {
    isLeftAlone = true
    return release()
  })
  const url = await start({ say })
  process.env.DATABASE_URL = url
  setInterval(async () => {
    if (isLeftAlone || isRunning()) return
    isLeftAlone = true
    say('the database ended unexpectedly: starting it again')
    try {
      if ((await start()) !== url)
        throw new Error('The database came back at another port: start Gloss again.')
      isLeftAlone = false
    } catch (error) {
      exit.fail(error)
    }
  }, WATCH_MS)
  return `PostgreSQL on port ${new URL(url).port}`
}

async function lookInside() {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    const { rows } = await client.query(
      `SELECT EXISTS (SELECT FROM "user" WHERE kind = 'person') AS "hasAccounts",
              EXISTS (SELECT FROM project) AS "hasProjects"`,
    )
    return rows[0]
  } finally {
    await client.end()
  }
}

// The mark stays when seeding is interrupted, so that the next start finishes it: seeding twice does no harm.
async function seedWhenNew(isNew) {
  const mark = path.join(dataDir(), 'seeding')
  if (!existsSync(path.join(ROOT, SEED)) || (!isNew && !existsSync(mark))) return
  await step('seed', async () => {
    writeFileSync(mark, '')
    const output = await runTied(['--import', 'tsx', SEED], {
      env: childEnvironment({ NODE_ENV: 'production' }),
      onLine: (text) => console.log(`      ${text}`),
    })
    rmSync(mark)
    return output ? 'the example project is there' : ''
  })
}
