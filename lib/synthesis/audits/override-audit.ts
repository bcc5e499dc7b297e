import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { closeAudit } from '@/lib/synthesis/audits/close-audit'
import { holdAudit } from '@/lib/synthesis/audits/hold-audit'
import { findRunToAudit, readAudit } from '@/lib/synthesis/audits/queries'
import { refuseRun } from '@/lib/synthesis/audits/refuse-run'
import { releaseRun } from '@/lib/synthesis/audits/release-run'
import type { AuditView } from '@/lib/synthesis/audits/schema'

/** Releases a run for export for a reason that every export tells, whatever was found in its sample. */
export async function overrideAudit(
  actor: ProjectActor,
  input: { number: number; reason: string },
): Promise<{ audit: AuditView | null }> {
  requireRole(actor, 'lead')
  const { reason } = input
  await db.$transaction(async (tx) => {
    const found = await findRunToAudit(actor, input.number, tx)
    refuseRun(found)
    const open = await holdAudit(tx, found.id)
    // Read again: somebody else may have released it while this waited.
    const run = await findRunToAudit(actor, input.number, tx)
    if (run.releasedHow !== null)
      throw new AppError('conflict', `Run ${run.number} is released already. Export it.`, {
        reason: 'run-released',
        params: { number: run.number },
      })
    const end = { state: 'overridden', closedById: actor.id, reason } as const
    const figures = open
      ? await closeAudit(tx, open.id, end)
      : await tx.runAudit.create({
          data: { ...end, runId: run.id, n: 0, c: 0, seed: 0, orderedById: actor.id, closedAt: new Date() },
        })
    const { decided, rejected } = figures
    await releaseRun(tx, actor, { run, how: 'overridden' })
    await audit(tx, actor, {
      action: 'audit.overridden',
      subjectKind: 'run',
      subjectId: run.id,
      projectId: actor.project.id,
      data: { number: run.number, reason, decided, rejected },
    })
  })
  return readAudit(actor, input)
}
