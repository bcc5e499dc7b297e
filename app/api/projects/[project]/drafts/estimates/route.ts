import { handleInProject } from '@/app/api/handle'
import { estimateDrafts } from '@/lib/artifacts/drafting/estimate-drafts'
import { estimateDraftsEndpoint } from '@/lib/artifacts/drafting/schema'

export const POST = handleInProject(estimateDraftsEndpoint, (actor, { body }) => estimateDrafts(actor, body))
