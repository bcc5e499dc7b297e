import { handleInProject } from '@/app/api/handle'
import { draftGuidelines } from '@/lib/artifacts/draft-guidelines'
import { draftGuidelinesEndpoint } from '@/lib/artifacts/schema'

export const POST = handleInProject(draftGuidelinesEndpoint, (actor, { params, body }) =>
  draftGuidelines(actor, { corpus: params.corpus, ...body }),
)
