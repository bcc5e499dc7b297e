import { handleInProject } from '@/app/api/handle'
import { previewFix } from '@/lib/corpora/fixes/preview-fix'
import { previewFixEndpoint } from '@/lib/corpora/fixes/schema'

export const POST = handleInProject(previewFixEndpoint, (actor, { params, body }) =>
  previewFix(actor, { corpus: params.corpus, fix: body }),
)
