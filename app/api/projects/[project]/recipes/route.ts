import { handleInProject } from '@/app/api/handle'
import { listRecipes } from '@/lib/synthesis/recipes/queries'
import { saveRecipe } from '@/lib/synthesis/recipes/save-recipe'
import { listRecipesEndpoint, saveRecipeEndpoint } from '@/lib/synthesis/recipes/schema'

export const GET = handleInProject(listRecipesEndpoint, (actor, { query }) => listRecipes(actor, query))

export const POST = handleInProject(saveRecipeEndpoint, (actor, { body }) => saveRecipe(actor, body))
