import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { release, start } from '@/scripts/db.mjs'
import { dataDir } from '@/scripts/environment.mjs'
import { migrate, readMigrations } from '@/scripts/migrate.mjs'
import { isAlive } from '@/scripts/process-identity.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    testServer: { url: string; template: string; run: string; files: string }
  }
}

const home = path.join(dataDir(), 'test')

/** Starts the private server for tests, with an empty migrated database that every test file's own is cloned from. */
export default async function startTestServer(project: TestProject) {
  const url = await startTestDatabaseServer()
  const template = await prepareTemplate(url)
  const run = `test_${process.pid}`
  await dropDatabases(url, (name) => /^test_\d+_/.test(name) && !isAlive(name.split('_')[1]))
  const files = path.join(home, run)
  project.provide('testServer', { url, template, run, files })
  return async () => {
    await dropDatabases(url, (name) => name.startsWith(`${run}_`))
    await rm(files, { recursive: true, force: true })
    await release({ home })
  }
}

/** Nothing in it outlives a test run, so it need not wait for the disk. */
export function startTestDatabaseServer() {
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 200 }
  return start({ home, settings, disposable: true })
}

/** A database with all migrations applied, made once per state of the migrations. */
export async function prepareTemplate(url: string) {
  const checksums = readMigrations().map(({ name, checksum }) => name + checksum)
  const template = `template_${createHash('sha256').update(checksums.join()).digest('hex').slice(0, 12)}`
  await withServer(url, async (client) => {
    await client.query('SELECT pg_advisory_lock(1)')
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template])
    if (rowCount) return
    await client.query(`DROP DATABASE IF EXISTS ${template}_new WITH (FORCE)`)
    await migrate(addressOf(url, `${template}_new`))
    await client.query(`ALTER DATABASE ${template}_new RENAME TO ${template}`)
  })
  return template
}

export async function cloneDatabase(url: string, { template, name }: { template: string; name: string }) {
  await withServer(url, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`))
  return addressOf(url, name)
}

export async function dropDatabases(url: string, isOurs: (name: string) => boolean) {
  await withServer(url, async (client) => {
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database')
    for (const { datname } of rows.filter((row) => isOurs(row.datname))) await dropDatabase(client, datname)
  })
}

const MOST_TRIES = 40

/** The server may be vacuuming it just now, by a process that is not ours to end and that ends in a moment. */
async function dropDatabase(client: pg.Client, name: string, tries = 1): Promise<void> {
  try {
    await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`)
  } catch (error) {
    const isBusy = error instanceof pg.DatabaseError && (error.code === '42501' || error.code === '55006')
    if (!isBusy || tries === MOST_TRIES) throw error
    await new Promise((resolve) => setTimeout(resolve, 250))
    await dropDatabase(client, name, tries + 1)
  }
}

function addressOf(url: string, database: string) {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href
}

async function withServer(url: string, work: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client({ connectionString: addressOf(url, 'postgres') })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
