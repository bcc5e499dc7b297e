import { handleInProject } from '@/app/api/handle'
import { moveNode } from '@/lib/taxonomy/nodes/move-node'
import { moveNodeEndpoint } from '@/lib/taxonomy/schema'

export const POST = handleInProject(moveNodeEndpoint, (actor, { params, body }) =>
  moveNode(actor, { ...body, node: params.node }),
)
