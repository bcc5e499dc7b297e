import { askAgain } from '@/lib/calls/ask-again'
import { sendAgainJob } from '@/lib/calls/jobs'
import { openSession } from '@/lib/calls/open-session'
import { connectionRoleSchema } from '@/lib/connections/model'
import { db } from '@/lib/platform/db'
import type { JobHandler } from '@/lib/platform/jobs'

export const sendAgainHandler: JobHandler<typeof sendAgainJob.payload> = {
  job: sendAgainJob,
  async run({ callId }, { projectId, runId, signal }) {
    const call = await db.modelCall.findFirst({ where: { id: callId, projectId } })
    if (!call?.connectionId) return {}
    const { connectionId, model, role, replayOfId } = call
    const session = await openSession({
      ...{ projectId, connectionId, model, jobRunId: runId, signal, role: connectionRoleSchema.parse(role) },
      ...(replayOfId !== null && { replayOfId }),
    })
    const said = await askAgain(session, { callId, fresh: true })
    signal.throwIfAborted()
    return said ? { callId: said.callId, outcome: said.kind } : {}
  },
}
