import { handleInProject } from '@/app/api/handle'
import { judgeDrafts } from '@/lib/artifacts/advice/judge-drafts'
import { judgeDraftsEndpoint } from '@/lib/artifacts/advice/schema'

export const POST = handleInProject(judgeDraftsEndpoint, (actor, { body }) => judgeDrafts(actor, body))
