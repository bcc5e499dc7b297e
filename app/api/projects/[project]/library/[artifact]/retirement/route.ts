import { handleInProject } from '@/app/api/handle'
import { restoreArtifact } from '@/lib/library/restore-artifact'
import { retireArtifact } from '@/lib/library/retire-artifact'
import { restoreArtifactEndpoint, retireArtifactEndpoint } from '@/lib/library/schema'

export const PUT = handleInProject(retireArtifactEndpoint, (actor, { params, body }) =>
  retireArtifact(actor, { ...params, ...body }),
)

export const DELETE = handleInProject(restoreArtifactEndpoint, (actor, { params }) =>
  restoreArtifact(actor, params),
)
