import { handleInProject } from '@/app/api/handle'
import { listComparisons } from '@/lib/artifacts/comparisons/queries'
import { listComparisonsEndpoint, startComparisonEndpoint } from '@/lib/artifacts/comparisons/schema'
import { startComparison } from '@/lib/artifacts/comparisons/start-comparison'

export const GET = handleInProject(listComparisonsEndpoint, (actor, { query }) =>
  listComparisons(actor, query),
)

export const POST = handleInProject(startComparisonEndpoint, (actor, { body }) =>
  startComparison(actor, body),
)
