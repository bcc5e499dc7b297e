import { handleInProject } from '@/app/api/handle'
import { splitArtifactEndpoint } from '@/lib/library/reuse/schema'
import { splitArtifact } from '@/lib/library/reuse/split-artifact'

export const POST = handleInProject(splitArtifactEndpoint, (actor, { params, body }) =>
  splitArtifact(actor, { artifact: params.artifact, ...body }),
)
