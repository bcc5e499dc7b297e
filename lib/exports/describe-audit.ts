import { boundErrors } from '@/lib/artifacts/kinds/rule/evidence'
import type { AuditFigures } from '@/lib/exports/model'
import { db } from '@/lib/platform/db'
import { releaseGroundSchema } from '@/lib/synthesis/model'

/** On what ground a run may leave: what people found in a random sample of its records, or a reason that somebody gave. */
export async function describeAudit(run: { id: string; releasedHow: string | null }): Promise<AuditFigures> {
  const how = releaseGroundSchema.parse(run.releasedHow)
  const audits = await db.runAudit.findMany({ where: { runId: run.id }, orderBy: { orderedAt: 'desc' } })
  const at = audits.findIndex(({ state }) => state === how)
  const { n, c, decided, rejected, reason } = audits[at] ?? NO_SAMPLE
  return {
    ...{ how, n, c, decided, rejected },
    bound: decided > 0 ? boundErrors({ wrong: rejected, sample: decided }) : null,
    earlier: audits.slice(at + 1).filter((one) => one.decided > 0).length,
    reason: reason || null,
  }
}

const NO_SAMPLE = { n: 0, c: 0, decided: 0, rejected: 0, reason: '' }
