import { handleInProject } from '@/app/api/handle'
import { draftRules } from '@/lib/artifacts/draft-rules'
import { draftRulesEndpoint } from '@/lib/artifacts/schema'

export const POST = handleInProject(draftRulesEndpoint, (actor, { params, body }) =>
  draftRules(actor, { corpus: params.corpus, ...body }),
)
