import { handleInProject } from '@/app/api/handle'
import { readApplication } from '@/lib/artifacts/read-application'
import { readApplicationEndpoint } from '@/lib/artifacts/schema'

export const GET = handleInProject(readApplicationEndpoint, (actor, { params }) =>
  readApplication(actor, params),
)
