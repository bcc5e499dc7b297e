import { handleInProject } from '@/app/api/handle'
import { assignDrafts } from '@/lib/reviews/plans/assign-drafts'
import { countAssignable } from '@/lib/reviews/plans/find-assignable'
import { assignDraftsEndpoint, countAssignableEndpoint } from '@/lib/reviews/plans/schema'

export const GET = handleInProject(countAssignableEndpoint, (actor, { query }) =>
  countAssignable(actor, query),
)
export const POST = handleInProject(assignDraftsEndpoint, (actor, { body }) => assignDrafts(actor, body))
