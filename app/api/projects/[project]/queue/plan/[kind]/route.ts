import { handleInProject } from '@/app/api/handle'
import { setPlanEndpoint } from '@/lib/reviews/plans/schema'
import { setPlan } from '@/lib/reviews/plans/set-plan'

export const PATCH = handleInProject(setPlanEndpoint, (actor, { params, body }) =>
  setPlan(actor, { ...body, kind: params.kind }),
)
