import { handleInProject } from '@/app/api/handle'
import { endWarmUpEndpoint } from '@/lib/reviews/gold/schema'
import { endWarmUp } from '@/lib/reviews/gold/warm-up/end-warm-up'

export const PUT = handleInProject(endWarmUpEndpoint, (actor, { params, body }) =>
  endWarmUp(actor, { ...params, ...body }),
)
