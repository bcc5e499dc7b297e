import { handleInProject } from '@/app/api/handle'
import { mergeNodes } from '@/lib/taxonomy/nodes/merge-nodes'
import { mergeNodesEndpoint } from '@/lib/taxonomy/schema'

export const POST = handleInProject(mergeNodesEndpoint, (actor, { params, body }) =>
  mergeNodes(actor, { ...body, node: params.node }),
)
