import { askAgain } from '@/lib/calls/ask-again'
import { replayCallJob } from '@/lib/calls/jobs'
import { openSession } from '@/lib/calls/open-session'
import { connectionRoleSchema } from '@/lib/connections/model'
import { db } from '@/lib/platform/db'
import type { JobHandler } from '@/lib/platform/jobs'

/** A replay of a replay stands beside the same first call. */
export const replayCallHandler: JobHandler<typeof replayCallJob.payload> = {
  job: replayCallJob,
  async run({ callId, connectionId, model }, { projectId, runId, signal }) {
    const call = await db.modelCall.findFirst({ where: { id: callId, projectId } })
    if (!call) return {}
    const session = await openSession({
      ...{ projectId, connectionId, model, jobRunId: runId, signal },
      role: connectionRoleSchema.parse(call.role),
      replayOfId: call.replayOfId ?? call.id,
    })
    const said = await askAgain(session, { callId, fresh: false })
    signal.throwIfAborted()
    return said ? { callId: said.callId, outcome: said.kind } : {}
  },
}
