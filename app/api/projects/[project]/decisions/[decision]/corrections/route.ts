import { handleInProject } from '@/app/api/handle'
import { previewCorrections } from '@/lib/reviews/lots/queries'
import { previewCorrectionsEndpoint } from '@/lib/reviews/lots/schema'

export const GET = handleInProject(previewCorrectionsEndpoint, (actor, { params }) =>
  previewCorrections(actor, params),
)
