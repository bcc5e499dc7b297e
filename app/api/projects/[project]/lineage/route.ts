import { handleInProject } from '@/app/api/handle'
import { readLineage } from '@/lib/lineage/queries'
import { readLineageEndpoint } from '@/lib/lineage/schema'

export const GET = handleInProject(readLineageEndpoint, (actor, { query }) => readLineage(actor, query))
