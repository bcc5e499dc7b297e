import { handleInProject } from '@/app/api/handle'
import { undoAdjudicationEndpoint } from '@/lib/reviews/adjudication/schema'
import { undoAdjudication } from '@/lib/reviews/adjudication/undo-adjudication'

export const POST = handleInProject(undoAdjudicationEndpoint, (actor, { params, body }) =>
  undoAdjudication(actor, { ...body, version: params.version }),
)
