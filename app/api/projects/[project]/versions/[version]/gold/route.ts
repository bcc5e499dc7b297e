import { handleInProject } from '@/app/api/handle'
import { readVersionGold } from '@/lib/reviews/gold/queries'
import { readVersionGoldEndpoint } from '@/lib/reviews/gold/schema'

export const GET = handleInProject(readVersionGoldEndpoint, (actor, { params }) =>
  readVersionGold(actor, params),
)
