import { handleInProject } from '@/app/api/handle'
import { readInstancesEndpoint } from '@/lib/corpora/instances/schema'
import { readInstances } from '@/lib/corpora/queries'

export const GET = handleInProject(readInstancesEndpoint, (actor, { params, query }) =>
  readInstances(actor, { ...params, ...query }),
)
