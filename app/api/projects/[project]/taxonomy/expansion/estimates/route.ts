import { handleInProject } from '@/app/api/handle'
import { estimateExpansion } from '@/lib/taxonomy/expansion/estimate-expansion'
import { estimateExpansionEndpoint } from '@/lib/taxonomy/expansion/schema'

export const POST = handleInProject(estimateExpansionEndpoint, (actor, { body }) =>
  estimateExpansion(actor, body),
)
