import { handleInProject } from '@/app/api/handle'
import { listAssignable } from '@/lib/reviews/plans/list-assignable'
import { listAssignableEndpoint } from '@/lib/reviews/plans/schema'

export const GET = handleInProject(listAssignableEndpoint, (actor, { query }) => listAssignable(actor, query))
