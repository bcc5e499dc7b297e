import { handleInProject } from '@/app/api/handle'
import { forkArtifact } from '@/lib/library/reuse/fork-artifact'
import { listForkTargets } from '@/lib/library/reuse/queries'
import { forkArtifactEndpoint, listForkTargetsEndpoint } from '@/lib/library/reuse/schema'

export const GET = handleInProject(listForkTargetsEndpoint, (actor, { params }) =>
  listForkTargets(actor, params),
)

export const POST = handleInProject(forkArtifactEndpoint, (actor, { params, body }) =>
  forkArtifact(actor, { artifact: params.artifact, ...body }),
)
