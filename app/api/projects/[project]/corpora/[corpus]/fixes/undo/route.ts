import { handleInProject } from '@/app/api/handle'
import { undoFix } from '@/lib/corpora/fixes/order-fix'
import { undoFixEndpoint } from '@/lib/corpora/fixes/schema'

export const POST = handleInProject(undoFixEndpoint, (actor, { params, body }) =>
  undoFix(actor, { corpus: params.corpus, number: body.number }),
)
