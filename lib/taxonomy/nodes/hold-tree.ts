import { sql, type Tx } from '@/lib/platform/db'

/** Changes of a project's tree happen one after the other. Votes need not wait for them. */
export async function holdTree(tx: Tx, projectId: string): Promise<void> {
  await tx.$executeRaw(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`taxonomy ${projectId}`}, 0))`)
}
