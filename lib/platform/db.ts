import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { Prisma, PrismaClient } from '@/generated/prisma/client'
import { env } from '@/lib/platform/env'

// Times are stored without zone and mean UTC, for Prisma and for raw SQL alike.
const SESSION_OPTIONS = '-c TimeZone=UTC'

const kept = globalThis as unknown as { glossDb?: PrismaClient; glossPool?: pg.Pool }

function connect(): PrismaClient {
  const { DATABASE_URL, DATABASE_POOL_SIZE } = env()
  const pooled = { connectionString: DATABASE_URL, max: DATABASE_POOL_SIZE, options: SESSION_OPTIONS }
  const adapter = new PrismaPg(pooled, { statementNameGenerator: ({ sql }) => keptName(sql) })
  return new PrismaClient({ adapter })
}

/**
 * Begins a statement whose plan each connection keeps: for what is asked with every decision, where planning takes longer than the
 * work. The values must not change which plan is good.
 */
export const KEEP_PLAN = Prisma.raw('/* keep plan */')

function keptName(text: string): string {
  return text.includes('/* keep plan */') ? createHash('sha1').update(text).digest('hex') : ''
}

/** Prisma for ordinary reads and writes. Made at first use, so that a build needs no database. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_target, property) {
    kept.glossDb ??= connect()
    const value = Reflect.get(kept.glossDb, property)
    return typeof value === 'function' ? value.bind(kept.glossDb) : value
  },
})

/** What a verb writes through: the client inside a transaction. */
export type Tx = Prisma.TransactionClient

export const sql = Prisma.sql
export const joinSql = Prisma.join
export const jsonNull = Prisma.DbNull
export type Json = Prisma.InputJsonValue

/** A pool of plain connections for what Prisma is not made for: COPY, cursors, long streams. */
export function pool(): pg.Pool {
  const { DATABASE_URL } = env()
  kept.glossPool ??= new pg.Pool({ connectionString: DATABASE_URL, max: 6, options: SESSION_OPTIONS })
  return kept.glossPool
}

/** All or nothing, on a plain connection. */
export async function inTransaction(client: pg.PoolClient, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN')
  try {
    await work()
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

/** Is this PostgreSQL's refusal of a second row with the same key? */
export function isUniqueViolation(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError)
    return error.code === 'P2002' || codeOfRaw(error) === UNIQUE_VIOLATION
  return typeof error === 'object' && error !== null && (error as { code?: string }).code === UNIQUE_VIOLATION
}

const UNIQUE_VIOLATION = '23505'

/** What PostgreSQL said to raw SQL that went through Prisma. */
function codeOfRaw(error: { meta?: Record<string, unknown> }): string | undefined {
  const said = error.meta?.driverAdapterError as { cause?: { originalCode?: string } } | undefined
  return said?.cause?.originalCode
}

/** Closes both connections: for scripts, workers and tests that end. */
export async function disconnect(): Promise<void> {
  await kept.glossDb?.$disconnect()
  await kept.glossPool?.end()
  kept.glossDb = undefined
  kept.glossPool = undefined
}
