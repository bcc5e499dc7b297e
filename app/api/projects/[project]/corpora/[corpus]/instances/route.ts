import { handleInProject } from '@/app/api/handle'
import { listInstances } from '@/lib/corpora/list-instances'
import { listInstancesEndpoint } from '@/lib/corpora/schema'

export const GET = handleInProject(listInstancesEndpoint, (actor, { params, query }) =>
  listInstances(actor, { ...params, ...query }),
)
