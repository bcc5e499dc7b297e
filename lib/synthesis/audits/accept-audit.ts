import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { holdReleases } from '@/lib/reviews/hold-releases'
import { closeAudit } from '@/lib/synthesis/audits/close-audit'
import { holdAudit } from '@/lib/synthesis/audits/hold-audit'
import { type AuditRefusal, canAccept } from '@/lib/synthesis/audits/model'
import { findRunToAudit, readAudit, tallyAudit } from '@/lib/synthesis/audits/queries'
import { refuseRun } from '@/lib/synthesis/audits/refuse-run'
import { releaseRun } from '@/lib/synthesis/audits/release-run'
import type { AuditView } from '@/lib/synthesis/audits/schema'

/** Releases a run for export on what people found in its sample. No decision is taken back meanwhile, nor after. */
export async function acceptAudit(
  actor: ProjectActor,
  input: { number: number },
): Promise<{ audit: AuditView | null }> {
  requireRole(actor, 'lead')
  await db.$transaction(async (tx) => {
    await holdReleases(tx, actor.project.id, 'exclusive')
    const run = await findRunToAudit(actor, input.number, tx)
    refuseRun(run)
    const open = await holdAudit(tx, run.id)
    if (!open)
      throw new AppError('conflict', `No sample of run ${run.number} is open. Order one first.`, {
        reason: 'audit-unknown',
        params: { number: run.number },
      })
    refuse(canAccept(open, await tallyAudit(open.id, tx)))
    const { decided, rejected } = await closeAudit(tx, open.id, { state: 'accepted', closedById: actor.id })
    await releaseRun(tx, actor, { run, how: 'accepted' })
    await audit(tx, actor, {
      action: 'audit.accepted',
      subjectKind: 'run',
      subjectId: run.id,
      projectId: actor.project.id,
      data: { number: run.number, n: open.n, c: open.c, decided, rejected },
    })
  })
  return readAudit(actor, input)
}

const sentences: Record<string, string> = {
  'audit-drawing': 'Only {drawn} of {n} records are drawn yet. Wait for the job, or order the sample again.',
  'audit-rejected':
    '{rejected} records were rejected and at most {c} may be. Mend what is wrong and compose anew, or release it for a reason.',
  'audit-undecided': '{missing} of {n} records are not decided yet. They wait in the queue.',
}

function refuse(refusal: AuditRefusal | null): void {
  if (!refusal) return
  const { reason, params } = refusal
  const message = sentences[reason]!.replace(/\{(\w+)\}/g, (_all, name: string) => String(params[name]))
  throw new AppError('conflict', message, { reason, params })
}
