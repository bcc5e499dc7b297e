import { handleInProject } from '@/app/api/handle'
import { listFilters } from '@/lib/library/filters/queries'
import { saveFilter } from '@/lib/library/filters/save-filter'
import { listFiltersEndpoint, saveFilterEndpoint } from '@/lib/library/filters/schema'

export const GET = handleInProject(listFiltersEndpoint, (actor) => listFilters(actor))

export const POST = handleInProject(saveFilterEndpoint, (actor, { body }) => saveFilter(actor, body))
