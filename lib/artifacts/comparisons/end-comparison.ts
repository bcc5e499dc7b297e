import { KEEP_PLAN, sql, type Tx } from '@/lib/platform/db'

/** Ends the comparison that a version is part of once nothing of it waits. In the transaction of the decision. */
export async function endComparison(tx: Tx, versionId: string): Promise<void> {
  await tx.$executeRaw(sql`
    ${KEEP_PLAN} UPDATE comparison c SET state = 'closed', closed_at = now()::timestamp
    WHERE c.state = 'open' AND c.id = (SELECT comparison_id FROM comparison_draft WHERE version_id = ${versionId}::uuid)
      AND NOT EXISTS (SELECT 1 FROM comparison_draft cd JOIN draft w ON w.version_id = cd.version_id
        WHERE cd.comparison_id = c.id AND w.state = 'waiting')`)
}
