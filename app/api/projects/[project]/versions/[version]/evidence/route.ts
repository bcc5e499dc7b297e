import { handleInProject } from '@/app/api/handle'
import { readEvidence } from '@/lib/artifacts/queries'
import { readEvidenceEndpoint } from '@/lib/artifacts/schema'

export const GET = handleInProject(readEvidenceEndpoint, (actor, { params, query }) =>
  readEvidence(actor, { ...params, ...query }),
)
