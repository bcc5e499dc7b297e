import { handleInProject } from '@/app/api/handle'
import { findNodes } from '@/lib/taxonomy/queries'
import { findNodesEndpoint } from '@/lib/taxonomy/schema'

export const GET = handleInProject(findNodesEndpoint, (actor, { query }) => findNodes(actor, query))
