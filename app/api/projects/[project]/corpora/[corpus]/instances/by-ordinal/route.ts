import { handleInProject } from '@/app/api/handle'
import { readInstances } from '@/lib/corpora/queries'
import { readInstancesEndpoint } from '@/lib/corpora/schema'

export const GET = handleInProject(readInstancesEndpoint, (actor, { params, query }) =>
  readInstances(actor, { ...params, ...query }),
)
