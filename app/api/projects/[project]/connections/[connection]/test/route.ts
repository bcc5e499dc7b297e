import { handleInProject } from '@/app/api/handle'
import { testConnectionEndpoint } from '@/lib/connections/schema'
import { testConnection } from '@/lib/connections/test-connection'

export const POST = handleInProject(testConnectionEndpoint, (actor, { params }) =>
  testConnection(actor, params),
)
