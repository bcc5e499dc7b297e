import { handleInProject } from '@/app/api/handle'
import { translateTextsEndpoint } from '@/lib/artifacts/drafting/schema'
import { translateTexts } from '@/lib/artifacts/drafting/translate-texts'

export const POST = handleInProject(translateTextsEndpoint, (actor, { params, body }) =>
  translateTexts(actor, { corpus: params.corpus, ...body }),
)
