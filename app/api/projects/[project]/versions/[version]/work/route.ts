import { handleInProject } from '@/app/api/handle'
import { readWork } from '@/lib/reviews/rechecks/queries'
import { readWorkEndpoint, sendBackEndpoint } from '@/lib/reviews/rechecks/schema'
import { sendBack } from '@/lib/reviews/rechecks/send-back'

export const GET = handleInProject(readWorkEndpoint, (actor, { params, query }) =>
  readWork(actor, { ...query, version: params.version }),
)

export const POST = handleInProject(sendBackEndpoint, (actor, { params, body }) =>
  sendBack(actor, { ...body, version: params.version }),
)
