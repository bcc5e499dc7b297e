import { handleInProject } from '@/app/api/handle'
import { listDisputes } from '@/lib/reviews/adjudication/queries'
import { listDisputesEndpoint } from '@/lib/reviews/adjudication/schema'

export const GET = handleInProject(listDisputesEndpoint, (actor, { query }) => listDisputes(actor, query))
