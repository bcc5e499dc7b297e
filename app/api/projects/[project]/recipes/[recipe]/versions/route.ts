import { handleInProject } from '@/app/api/handle'
import { listRecipeVersions } from '@/lib/synthesis/recipes/queries'
import { listRecipeVersionsEndpoint } from '@/lib/synthesis/recipes/schema'

export const GET = handleInProject(listRecipeVersionsEndpoint, (actor, { params, query }) =>
  listRecipeVersions(actor, { ...params, ...query }),
)
