import { handleInProject } from '@/app/api/handle'
import { listCountedDecisions } from '@/lib/evaluation/dashboards/list-counted-decisions'
import { listCountedDecisionsEndpoint } from '@/lib/evaluation/dashboards/schema'

export const GET = handleInProject(listCountedDecisionsEndpoint, (actor, { query }) =>
  listCountedDecisions(actor, query),
)
