import { db } from '@/lib/platform/db'
import manifest from '@/package.json' with { type: 'json' }

/** Whether this process and its database answer. */
export async function readHealth(): Promise<{ ok: true; version: string; database: 'up' }> {
  await db.$queryRaw`SELECT 1`
  return { ok: true, version: manifest.version, database: 'up' }
}
