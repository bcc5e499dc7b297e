import { handleInProject } from '@/app/api/handle'
import { listAgreementItems } from '@/lib/evaluation/agreement/list-agreement-items'
import { listAgreementItemsEndpoint } from '@/lib/evaluation/agreement/schema'

export const GET = handleInProject(listAgreementItemsEndpoint, (actor, { query }) =>
  listAgreementItems(actor, query),
)
