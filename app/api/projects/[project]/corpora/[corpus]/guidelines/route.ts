import { handleInProject } from '@/app/api/handle'
import { writeGuidelineEndpoint } from '@/lib/artifacts/writing/schema'
import { writeGuideline } from '@/lib/artifacts/writing/write-guideline'

export const POST = handleInProject(writeGuidelineEndpoint, (actor, { params, body }) =>
  writeGuideline(actor, { corpus: params.corpus, guideline: body }),
)
