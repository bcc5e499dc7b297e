import { handleInProject } from '@/app/api/handle'
import { readComparison } from '@/lib/artifacts/comparisons/queries'
import { readComparisonEndpoint } from '@/lib/artifacts/comparisons/schema'

export const GET = handleInProject(readComparisonEndpoint, (actor, { params }) =>
  readComparison(actor, params),
)
