import { handleInProject } from '@/app/api/handle'
import { replayCall } from '@/lib/calls/replay-call'
import { replayCallEndpoint } from '@/lib/calls/schema'

export const POST = handleInProject(replayCallEndpoint, (actor, { params, body }) =>
  replayCall(actor, { call: params.call, ...body }),
)
