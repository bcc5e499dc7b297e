import { handleInProject } from '@/app/api/handle'
import { renameNode } from '@/lib/taxonomy/nodes/rename-node'
import { readNode } from '@/lib/taxonomy/queries'
import { readNodeEndpoint, renameNodeEndpoint } from '@/lib/taxonomy/schema'

export const GET = handleInProject(readNodeEndpoint, (actor, { params }) => readNode(actor, params))

export const PATCH = handleInProject(renameNodeEndpoint, (actor, { params, body }) =>
  renameNode(actor, { ...body, node: params.node }),
)
