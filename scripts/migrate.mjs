#!/usr/bin/env node
// Applies prisma/migrations without the Prisma CLI, in its own table and by its own rules, so that either can follow the other.
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { loadDotEnv, ROOT } from './environment.mjs'

const FOLDER = path.join(ROOT, 'prisma/migrations')
const PRISMA_LOCK = 72707369

/** Brings the database up to date and returns the names of the migrations it applied. */
export async function migrate(databaseUrl, { folder = FOLDER, onApplied = () => {} } = {}) {
  const client = await connect(databaseUrl)
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK])
    await client.query(MIGRATIONS_TABLE)
    const pending = pendingMigrations(readMigrations(folder), await readApplied(client))
    for (const migration of pending) {
      await apply(client, migration)
      onApplied(migration.name)
    }
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** Which migrations are still to run; throws where code and database contradict each other. */
export function pendingMigrations(known, applied) {
  const failed = applied.find(({ finished }) => !finished)
  if (failed)
    throw new Error(
      `Migration ${failed.name} failed in this database before. Repair it, then say so: npm run migrate -- resolve --help`,
    )
  const checksums = new Map(known.map(({ name, checksum }) => [name, checksum]))
  const unknown = applied.filter(({ name }) => !checksums.has(name))
  if (unknown.length)
    throw new Error(
      `The database is newer than this code: it has ${unknown.map(({ name }) => name).join(', ')}. Use the newer code, or a backup.`,
    )
  const changed = applied.filter(({ name, checksum }) => checksums.get(name) !== checksum)
  if (changed.length)
    throw new Error(
      `Changed after it was applied: ${changed.map(({ name }) => `prisma/migrations/${name}`).join(', ')}. ` +
        'Restore the file and write a new migration instead.',
    )
  const done = new Set(applied.map(({ name }) => name))
  return known.filter(({ name }) => !done.has(name))
}

export function readMigrations(folder = FOLDER) {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'migration.sql')))
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

async function apply(client, { name, sql, checksum }) {
  const id = randomUUID()
  await client.query('BEGIN')
  try {
    await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
      id,
      checksum,
      name,
    ])
    await client.query(sql)
    await client.query(
      'UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1',
      [id],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(`Migration ${name} failed and was rolled back: ${error.message}`, { cause: error })
  }
}

async function readApplied(client) {
  const { rows } = await client.query(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  )
  return rows
}

async function connect(databaseUrl) {
  try {
    return await openClient(databaseUrl)
  } catch (error) {
    if (error.code !== '3D000') throw error
    await createDatabase(databaseUrl)
    return openClient(databaseUrl)
  }
}

async function openClient(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const schema = new URL(databaseUrl).searchParams.get('schema')
  if (schema) await client.query(`SET search_path TO ${pg.escapeIdentifier(schema)}`)
  return client
}

/** Makes the database that the address names. */
export async function createDatabase(databaseUrl) {
  const url = new URL(databaseUrl)
  const name = decodeURIComponent(url.pathname.slice(1))
  url.pathname = '/postgres'
  const client = await openClient(url.href)
  await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`).finally(() => client.end())
}

const MIGRATIONS_TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  loadDotEnv()
  const databaseUrl = process.env.DATABASE_URL
  if (!databaseUrl)
    throw new Error(
      'DATABASE_URL is not set. For the private database: node scripts/run.mjs scripts/migrate.mjs',
    )
  const applied = await migrate(databaseUrl, { onApplied: (name) => console.log(`applied ${name}`) })
  if (!applied.length) console.log('nothing to apply')
}
