import { handleInProject } from '@/app/api/handle'
import { rewriteArtifact } from '@/lib/artifacts/writing/rewrite-artifact'
import { rewriteArtifactEndpoint } from '@/lib/artifacts/writing/schema'

export const POST = handleInProject(rewriteArtifactEndpoint, (actor, { params, body }) =>
  rewriteArtifact(actor, { artifact: params.artifact, ...body }),
)
