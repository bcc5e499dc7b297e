import { randomInt } from 'node:crypto'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { startJob } from '@/lib/platform/jobs'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { closeAudit } from '@/lib/synthesis/audits/close-audit'
import { holdAudit } from '@/lib/synthesis/audits/hold-audit'
import { AUDIT_ALLOWANCE, AUDIT_SIZE } from '@/lib/synthesis/audits/model'
import { findRunToAudit, type RunToAudit, readAudit } from '@/lib/synthesis/audits/queries'
import { refuseRun } from '@/lib/synthesis/audits/refuse-run'
import type { AuditView } from '@/lib/synthesis/audits/schema'
import { drawAuditJob } from '@/lib/synthesis/jobs'

type Order = { number: number; n?: number; c?: number; seed?: number | undefined }

/** Orders a random sample of a finished run for people to look at; a worker draws it. It takes the place of one that is open. */
export async function orderAudit(
  actor: ProjectActor,
  input: Order,
): Promise<{ audit: AuditView | null; jobId: string }> {
  requireRole(actor, 'lead')
  const run = await findRunToAudit(actor, input.number)
  refuseRun(run)
  const wanted = sampleOf(run, input)
  const jobId = await db.$transaction(async (tx) => {
    const open = await holdAudit(tx, run.id)
    if (open) await closeAudit(tx, open.id, { state: 'replaced', closedById: actor.id })
    const made = await tx.runAudit.create({ data: { runId: run.id, orderedById: actor.id, ...wanted } })
    const jobId = await startJob(tx, actor, {
      job: drawAuditJob,
      projectId: actor.project.id,
      subjectId: run.id,
      payload: { auditId: made.id },
      total: wanted.n,
    })
    await audit(tx, actor, {
      action: 'audit.ordered',
      subjectKind: 'run',
      subjectId: run.id,
      projectId: actor.project.id,
      data: { number: run.number, ...wanted, jobId, replaced: open !== null },
    })
    return jobId
  })
  return { ...(await readAudit(actor, input)), jobId }
}

/** No more records than there are, and fewer to reject than there are to look at. */
function sampleOf(run: RunToAudit, input: Order): { n: number; c: number; seed: number } {
  const { c = AUDIT_ALLOWANCE, seed = randomInt(2 ** 31 - 1) } = input
  const n = Math.min(input.n ?? AUDIT_SIZE, run.instructionCount)
  if (n === 0)
    throw new AppError('conflict', `Run ${run.number} has no records: there is nothing to look at.`, {
      reason: 'run-empty',
      params: { number: run.number },
    })
  if (c < n) return { n, c, seed }
  throw new AppError(
    'invalid',
    `Of ${n} records at most ${n - 1} can be rejected for the run to be released.`,
    { reason: 'audit-allowance', params: { n, most: n - 1 } },
  )
}
