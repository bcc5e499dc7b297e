import { handleInProject } from '@/app/api/handle'
import { decideLot } from '@/lib/reviews/lots/decide-lot'
import { decideLotEndpoint } from '@/lib/reviews/lots/schema'

export const POST = handleInProject(decideLotEndpoint, (actor, { body }) => decideLot(actor, body))
