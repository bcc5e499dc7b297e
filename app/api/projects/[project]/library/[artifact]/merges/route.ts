import { handleInProject } from '@/app/api/handle'
import { mergeArtifacts } from '@/lib/library/reuse/merge-artifacts'
import { mergeArtifactsEndpoint } from '@/lib/library/reuse/schema'

export const POST = handleInProject(mergeArtifactsEndpoint, (actor, { params, body }) =>
  mergeArtifacts(actor, { artifact: params.artifact, ...body }),
)
