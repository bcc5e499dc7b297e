import { sendAgainJob } from '@/lib/calls/jobs'
import { findCall } from '@/lib/calls/queries'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { startJob } from '@/lib/platform/jobs'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Orders a question once more: whoever asks it after that is given the newer answer. */
export async function sendAgain(actor: ProjectActor, input: { call: string }): Promise<{ jobId: string }> {
  requireRole(actor, 'lead')
  const projectId = actor.project.id
  return db.$transaction(async (tx) => {
    const { id, prompt, version, model, connectionId, connectionName } = await findCall(actor, input.call, tx)
    if (connectionId === null)
      throw new AppError(
        'conflict',
        `The connection “${connectionName}” was removed. Replay the call with another.`,
        { reason: 'call-connection-gone', params: { connection: connectionName } },
      )
    const payload = { callId: id }
    const jobId = await startJob(tx, actor, {
      job: sendAgainJob,
      projectId,
      subjectId: id,
      payload,
      total: 1,
    })
    await audit(tx, actor, {
      ...{ action: 'call.sent-again', subjectKind: 'call', subjectId: id, projectId },
      data: { prompt, version, model, jobId },
    })
    return { jobId }
  })
}
