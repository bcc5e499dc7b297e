import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { readJob } from '@/lib/projects/queries'
import type { JobView } from '@/lib/projects/schema'

/** Asks a job to stop. It sees this at its next step, tidies up and ends; asking twice asks once. */
export async function cancelJob(actor: ProjectActor, input: { job: string }): Promise<JobView> {
  requireRole(actor, 'lead')
  const job = await readJob(actor, input)
  await db.$transaction(async (tx) => {
    const { count } = await tx.jobRun.updateMany({
      where: { id: job.id, state: { in: ['queued', 'running', 'retrying'] }, cancelAskedAt: null },
      data: { cancelAskedAt: new Date() },
    })
    if (count === 0) return
    await tx.jobRun.updateMany({ where: { partOfId: job.id }, data: { cancelAskedAt: new Date() } })
    await audit(tx, actor, {
      action: 'job.cancelled',
      subjectKind: 'job',
      subjectId: job.id,
      projectId: actor.project.id,
      data: { kind: job.kind, subjectId: job.subjectId },
    })
  })
  const after = await readJob(actor, input)
  if (after.cancelAsked) return after
  throw new AppError('conflict', `This job is over already: ${after.state}.`, {
    reason: 'job-over',
    params: { state: after.state },
  })
}
