import { handleInProject } from '@/app/api/handle'
import { sendAgainEndpoint } from '@/lib/calls/schema'
import { sendAgain } from '@/lib/calls/send-again'

export const POST = handleInProject(sendAgainEndpoint, (actor, { params }) => sendAgain(actor, params))
