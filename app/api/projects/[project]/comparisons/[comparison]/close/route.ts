import { handleInProject } from '@/app/api/handle'
import { closeComparison } from '@/lib/artifacts/comparisons/close-comparison'
import { closeComparisonEndpoint } from '@/lib/artifacts/comparisons/schema'

export const POST = handleInProject(closeComparisonEndpoint, (actor, { params }) =>
  closeComparison(actor, params),
)
