import { handleInProject } from '@/app/api/handle'
import { orderFix } from '@/lib/corpora/fixes/order-fix'
import { listFixes } from '@/lib/corpora/fixes/queries'
import { listFixesEndpoint, orderFixEndpoint } from '@/lib/corpora/fixes/schema'

export const GET = handleInProject(listFixesEndpoint, (actor, { params }) => listFixes(actor, params))

export const POST = handleInProject(orderFixEndpoint, (actor, { params, body }) =>
  orderFix(actor, { corpus: params.corpus, fix: body }),
)
