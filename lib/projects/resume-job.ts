import { audit } from '@/lib/platform/audit'
import { db, jsonNull } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { sendJob } from '@/lib/platform/jobs'
import { requireRole } from '@/lib/projects/enter-project'
import { openStates, type ProjectActor } from '@/lib/projects/model'
import { readJob } from '@/lib/projects/queries'
import type { JobView } from '@/lib/projects/schema'

/**
 * Lets a job go on that ended for want of money or of a service that answers. It is the same job: what it has done is not done again,
 * and what it has asked is not paid again.
 */
export async function resumeJob(actor: ProjectActor, input: { job: string }): Promise<JobView> {
  requireRole(actor, 'lead')
  const job = await readJob(actor, input)
  await db.$transaction(async (tx) => {
    const of = { kind: job.kind, subjectId: job.subjectId }
    const other = await tx.jobRun.findFirst({ where: { ...of, state: { in: [...openStates] } } })
    if (other && other.id !== job.id)
      throw new AppError('conflict', 'Such a job is under way already. Watch or cancel that one.', {
        reason: 'already-asking',
      })
    const { count } = await tx.jobRun.updateMany({
      where: { id: job.id, state: job.canGoOn ? 'failed' : 'none' },
      data: { state: 'queued', error: jsonNull, finishedAt: null },
    })
    if (count === 0)
      throw new AppError('conflict', 'This job does not go on: it ended for good, or is under way.', {
        reason: 'job-stays',
      })
    const { payload } = await tx.jobRun.findUniqueOrThrow({ where: { id: job.id } })
    await sendJob(tx, job.kind, { runId: job.id, payload: payload as object })
    await audit(tx, actor, {
      action: 'job.resumed',
      ...{ subjectKind: 'job', subjectId: job.id, projectId: actor.project.id, data: of },
    })
  })
  return readJob(actor, input)
}
