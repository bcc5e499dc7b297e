import { handleInProject } from '@/app/api/handle'
import { readText } from '@/lib/library/reuse/queries'
import { readTextEndpoint } from '@/lib/library/reuse/schema'

export const GET = handleInProject(readTextEndpoint, (actor, { params, query }) =>
  readText(actor, { artifact: params.artifact, ...query }),
)
