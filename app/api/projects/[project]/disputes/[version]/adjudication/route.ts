import { handleInProject } from '@/app/api/handle'
import { adjudicateDraft } from '@/lib/reviews/adjudication/adjudicate-draft'
import { adjudicateDraftEndpoint } from '@/lib/reviews/adjudication/schema'

export const POST = handleInProject(adjudicateDraftEndpoint, (actor, { params, body }) =>
  adjudicateDraft(actor, { ...body, version: params.version }),
)
