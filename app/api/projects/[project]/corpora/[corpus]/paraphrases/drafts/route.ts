import { handleInProject } from '@/app/api/handle'
import { paraphraseGuidelines } from '@/lib/artifacts/drafting/paraphrase-guidelines'
import { paraphraseGuidelinesEndpoint } from '@/lib/artifacts/drafting/schema'

export const POST = handleInProject(paraphraseGuidelinesEndpoint, (actor, { params, body }) =>
  paraphraseGuidelines(actor, { corpus: params.corpus, ...body }),
)
