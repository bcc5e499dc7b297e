import { handleInProject } from '@/app/api/handle'
import { readNodeExpansion } from '@/lib/taxonomy/expansion/queries'
import { readNodeExpansionEndpoint } from '@/lib/taxonomy/expansion/schema'

export const GET = handleInProject(readNodeExpansionEndpoint, (actor, { params }) =>
  readNodeExpansion(actor, params),
)
