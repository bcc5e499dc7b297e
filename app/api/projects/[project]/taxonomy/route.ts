import { handleInProject } from '@/app/api/handle'
import { readTaxonomy } from '@/lib/taxonomy/queries'
import { readTaxonomyEndpoint } from '@/lib/taxonomy/schema'

export const GET = handleInProject(readTaxonomyEndpoint, (actor) => readTaxonomy(actor))
