import { handleInProject } from '@/app/api/handle'
import { undoSendingEndpoint } from '@/lib/reviews/rechecks/schema'
import { undoSending } from '@/lib/reviews/rechecks/undo-sending'

export const POST = handleInProject(undoSendingEndpoint, (actor, { params, body }) =>
  undoSending(actor, { ...body, version: params.version }),
)
