import type { Tx } from '@/lib/platform/db'
import { stands } from '@/lib/reviews/stands'

/** How many votes on a version stand, of the round that counts. */
export async function standingVotes(tx: Tx, versionId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM decision d JOIN draft w ON w.version_id = d.version_id
    WHERE d.version_id = ${versionId}::uuid AND d.number > w.votes_after
      AND d.verdict IN ('approve', 'edit', 'reject') AND ${stands}`
  return row!.count
}
