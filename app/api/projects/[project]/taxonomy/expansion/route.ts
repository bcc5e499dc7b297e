import { handleInProject } from '@/app/api/handle'
import { expandTaxonomy } from '@/lib/taxonomy/expansion/expand-taxonomy'
import { expandTaxonomyEndpoint } from '@/lib/taxonomy/expansion/schema'

export const POST = handleInProject(expandTaxonomyEndpoint, (actor, { body }) => expandTaxonomy(actor, body))
