import { sql, type Tx } from '@/lib/platform/db'

/** Cutting a release excludes other cuts and every undo of the project until the transaction ends; undos only exclude cuts. */
export async function holdReleases(tx: Tx, projectId: string, how: 'exclusive' | 'shared'): Promise<void> {
  const lock = how === 'exclusive' ? sql`pg_advisory_xact_lock` : sql`pg_advisory_xact_lock_shared`
  await tx.$executeRaw`SELECT ${lock}(hashtextextended(${`releases ${projectId}`}, 0))`
}
