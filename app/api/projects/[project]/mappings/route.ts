import { handleInProject } from '@/app/api/handle'
import { listMappings } from '@/lib/corpora/mappings/queries'
import { saveMapping } from '@/lib/corpora/mappings/save-mapping'
import { listMappingsEndpoint, saveMappingEndpoint } from '@/lib/corpora/mappings/schema'

export const GET = handleInProject(listMappingsEndpoint, (actor, { query }) => listMappings(actor, query))

export const POST = handleInProject(saveMappingEndpoint, (actor, { body }) => saveMapping(actor, body))
