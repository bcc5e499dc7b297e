import { handleInProject } from '@/app/api/handle'
import { draftApplications } from '@/lib/artifacts/drafting/draft-applications'
import { draftApplicationsEndpoint } from '@/lib/artifacts/drafting/schema'

export const POST = handleInProject(draftApplicationsEndpoint, (actor, { params, body }) =>
  draftApplications(actor, { version: params.version, ...body }),
)
