import { handleInProject } from '@/app/api/handle'
import { decideDraft } from '@/lib/reviews/decide-draft'
import { listDecisions } from '@/lib/reviews/queries'
import { decideDraftEndpoint, listDecisionsEndpoint } from '@/lib/reviews/schema'

export const GET = handleInProject(listDecisionsEndpoint, (actor, { query }) => listDecisions(actor, query))
export const POST = handleInProject(decideDraftEndpoint, (actor, { body }) => decideDraft(actor, body))
