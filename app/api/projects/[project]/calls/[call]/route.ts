import { handleInProject } from '@/app/api/handle'
import { readCall } from '@/lib/calls/queries'
import { readCallEndpoint } from '@/lib/calls/schema'

export const GET = handleInProject(readCallEndpoint, (actor, { params }) => readCall(actor, params))
