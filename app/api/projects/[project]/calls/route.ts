import { handleInProject } from '@/app/api/handle'
import { listCalls } from '@/lib/calls/queries'
import { listCallsEndpoint } from '@/lib/calls/schema'

export const GET = handleInProject(listCallsEndpoint, (actor, { query }) => listCalls(actor, query))
