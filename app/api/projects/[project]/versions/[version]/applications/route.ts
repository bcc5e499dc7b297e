import { handleInProject } from '@/app/api/handle'
import { sampleApplications } from '@/lib/artifacts/sample-applications'
import { sampleApplicationsEndpoint, writeApplicationEndpoint } from '@/lib/artifacts/schema'
import { writeApplication } from '@/lib/artifacts/write-application'

export const GET = handleInProject(sampleApplicationsEndpoint, (actor, { params, query }) =>
  sampleApplications(actor, { version: params.version, ...query }),
)

export const POST = handleInProject(writeApplicationEndpoint, (actor, { params, body }) =>
  writeApplication(actor, { version: params.version, ordinal: body.ordinal, gold: body.gold }),
)
