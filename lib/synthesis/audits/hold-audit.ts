import { sql, type Tx } from '@/lib/platform/db'

type OpenAudit = { id: string; n: number; c: number }

/** The open sample of a run. Nobody else orders, closes or adds to one of this run until the transaction ends. */
export async function holdAudit(tx: Tx, runId: string): Promise<OpenAudit | null> {
  await tx.$queryRaw(sql`SELECT 1 FROM run WHERE id = ${runId}::uuid FOR NO KEY UPDATE`)
  const [open] = await tx.$queryRaw<OpenAudit[]>(
    sql`SELECT id, n, c FROM run_audit WHERE run_id = ${runId}::uuid AND state = 'open' FOR UPDATE`,
  )
  return open ?? null
}
