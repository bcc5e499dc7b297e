import { handleInProject } from '@/app/api/handle'
import { proposeTyped } from '@/lib/artifacts/writing/propose-typed'
import { proposeTypedEndpoint } from '@/lib/artifacts/writing/schema'

export const POST = handleInProject(proposeTypedEndpoint, (actor, { params, body }) =>
  proposeTyped(actor, { artifact: params.artifact, ...body }),
)
