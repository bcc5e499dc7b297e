import { handleInProject } from '@/app/api/handle'
import { addNode } from '@/lib/taxonomy/nodes/add-node'
import { listNodes } from '@/lib/taxonomy/queries'
import { addNodeEndpoint, listNodesEndpoint } from '@/lib/taxonomy/schema'

export const GET = handleInProject(listNodesEndpoint, (actor, { query }) => listNodes(actor, query))

export const POST = handleInProject(addNodeEndpoint, (actor, { body }) => addNode(actor, body))
