import { handleInProject } from '@/app/api/handle'
import { deleteRecipe } from '@/lib/synthesis/recipes/delete-recipe'
import { renameRecipe } from '@/lib/synthesis/recipes/rename-recipe'
import { deleteRecipeEndpoint, renameRecipeEndpoint } from '@/lib/synthesis/recipes/schema'

export const PATCH = handleInProject(renameRecipeEndpoint, (actor, { params, body }) =>
  renameRecipe(actor, { recipe: params.recipe, name: body.name }),
)

export const DELETE = handleInProject(deleteRecipeEndpoint, (actor, { params }) =>
  deleteRecipe(actor, params),
)
