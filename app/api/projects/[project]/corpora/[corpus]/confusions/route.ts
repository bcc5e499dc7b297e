import { handleInProject } from '@/app/api/handle'
import { chooseConfusions } from '@/lib/corpora/choose-confusions'
import { listConfusions } from '@/lib/corpora/queries'
import { chooseConfusionsEndpoint, listConfusionsEndpoint } from '@/lib/corpora/schema'

export const GET = handleInProject(listConfusionsEndpoint, (actor, { params }) =>
  listConfusions(actor, params),
)

export const PUT = handleInProject(chooseConfusionsEndpoint, (actor, { params, body }) =>
  chooseConfusions(actor, { ...params, ...body }),
)
