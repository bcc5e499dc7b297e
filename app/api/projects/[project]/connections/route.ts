import { handleInProject } from '@/app/api/handle'
import { addConnection } from '@/lib/connections/add-connection'
import { listConnections } from '@/lib/connections/queries'
import { addConnectionEndpoint, listConnectionsEndpoint } from '@/lib/connections/schema'

export const GET = handleInProject(listConnectionsEndpoint, (actor) => listConnections(actor))

export const POST = handleInProject(addConnectionEndpoint, (actor, { body }) => addConnection(actor, body))
