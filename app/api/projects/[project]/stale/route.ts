import { handleInProject } from '@/app/api/handle'
import { readStale } from '@/lib/lineage/queries'
import { readStaleEndpoint } from '@/lib/lineage/schema'

export const GET = handleInProject(readStaleEndpoint, (actor, { query }) => readStale(actor, query))
