import { handleInProject } from '@/app/api/handle'
import { readPlans } from '@/lib/reviews/plans/queries'
import { readPlansEndpoint } from '@/lib/reviews/plans/schema'

export const GET = handleInProject(readPlansEndpoint, (actor) => readPlans(actor))
