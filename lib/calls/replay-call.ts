import { replayCallJob } from '@/lib/calls/jobs'
import { findCall } from '@/lib/calls/queries'
import { findConnection } from '@/lib/connections/queries'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { startJob } from '@/lib/platform/jobs'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Orders the same question to another model. Its answer stands beside the first; nothing is drafted from it. */
export async function replayCall(
  actor: ProjectActor,
  input: { call: string; connectionId: string; model: string },
): Promise<{ jobId: string }> {
  requireRole(actor, 'lead')
  const projectId = actor.project.id
  return db.$transaction(async (tx) => {
    const { id, prompt, version } = await findCall(actor, input.call, tx)
    const { id: connectionId, name } = await findConnection(actor, input.connectionId, tx)
    const payload = { callId: id, connectionId, model: input.model }
    const jobId = await startJob(tx, actor, {
      job: replayCallJob,
      projectId,
      subjectId: id,
      payload,
      total: 1,
    })
    await audit(tx, actor, {
      ...{ action: 'call.replayed', subjectKind: 'call', subjectId: id, projectId },
      data: { prompt, version, connection: name, model: input.model, jobId },
    })
    return { jobId }
  })
}
