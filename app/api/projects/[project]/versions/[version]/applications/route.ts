import { handleInProject } from '@/app/api/handle'
import { sampleApplications } from '@/lib/artifacts/sample-applications'
import { sampleApplicationsEndpoint } from '@/lib/artifacts/schema'

export const GET = handleInProject(sampleApplicationsEndpoint, (actor, { params, query }) =>
  sampleApplications(actor, { version: params.version, ...query }),
)
