import { handleInProject } from '@/app/api/handle'
import { readFacets } from '@/lib/library/queries'
import { readFacetsEndpoint } from '@/lib/library/schema'

export const GET = handleInProject(readFacetsEndpoint, (actor, { query }) => readFacets(actor, query))
