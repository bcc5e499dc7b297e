import { handleInProject } from '@/app/api/handle'
import { removeFilter } from '@/lib/library/filters/remove-filter'
import { removeFilterEndpoint } from '@/lib/library/filters/schema'

export const DELETE = handleInProject(removeFilterEndpoint, (actor, { params }) =>
  removeFilter(actor, params),
)
