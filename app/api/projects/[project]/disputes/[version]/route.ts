import { handleInProject } from '@/app/api/handle'
import { readDispute } from '@/lib/reviews/adjudication/queries'
import { readDisputeEndpoint } from '@/lib/reviews/adjudication/schema'

export const GET = handleInProject(readDisputeEndpoint, (actor, { params }) => readDispute(actor, params))
