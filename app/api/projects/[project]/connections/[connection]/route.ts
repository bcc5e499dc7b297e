import { handleInProject } from '@/app/api/handle'
import { changeConnection } from '@/lib/connections/change-connection'
import { removeConnection } from '@/lib/connections/remove-connection'
import { changeConnectionEndpoint, removeConnectionEndpoint } from '@/lib/connections/schema'

export const PATCH = handleInProject(changeConnectionEndpoint, (actor, { params, body }) =>
  changeConnection(actor, { connection: params.connection, changes: body }),
)

export const DELETE = handleInProject(removeConnectionEndpoint, (actor, { params }) =>
  removeConnection(actor, params),
)
