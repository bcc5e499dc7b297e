import { handleInProject } from '@/app/api/handle'
import { listCountedDecisions } from '@/lib/evaluation/list-counted-decisions'
import { listCountedDecisionsEndpoint } from '@/lib/evaluation/schema'

export const GET = handleInProject(listCountedDecisionsEndpoint, (actor, { query }) =>
  listCountedDecisions(actor, query),
)
