import { handleInProject } from '@/app/api/handle'
import { listInstancesEndpoint } from '@/lib/corpora/instances/schema'
import { listInstances } from '@/lib/corpora/list-instances'

export const GET = handleInProject(listInstancesEndpoint, (actor, { params, query }) =>
  listInstances(actor, { ...params, ...query }),
)
