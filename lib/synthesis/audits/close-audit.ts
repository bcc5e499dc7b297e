import { withdrawDrafts } from '@/lib/artifacts/withdraw-drafts'
import type { Tx } from '@/lib/platform/db'
import type { AuditFigures } from '@/lib/synthesis/audits/model'
import { tallyAudit } from '@/lib/synthesis/audits/queries'

/** Ends a sample: takes what waits of it out of the queue and keeps what people had found. The caller writes the audit row. */
export async function closeAudit(
  tx: Tx,
  auditId: string,
  to: { state: 'overridden' | 'replaced' | 'accepted'; closedById: string; reason?: string },
): Promise<AuditFigures> {
  const records = await tx.runAuditRecord.findMany({ where: { auditId }, select: { versionId: true } })
  await withdrawDrafts(
    tx,
    records.map(({ versionId }) => versionId),
  )
  const figures = await tallyAudit(auditId, tx)
  const { decided, rejected } = figures
  await tx.runAudit.update({
    where: { id: auditId },
    data: { ...to, decided, rejected, closedAt: new Date() },
  })
  return figures
}
