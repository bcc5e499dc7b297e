import { z } from 'zod'
import { defineEndpoint, idSchema, pageOf, pageQuerySchema, projectParams } from '@/lib/platform/schema'
import { givenRecipeSchema, recipeSchema } from '@/lib/synthesis/model'

export const savedRecipeSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** Of the version that is shown: the newest one in lists. */
  number: z.number(),
  recipe: recipeSchema,
  hash: z.string(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
})
export type SavedRecipe = z.infer<typeof savedRecipeSchema>

const recipeName = z.string().trim().min(1).max(120)
const recipeParams = projectParams.extend({ recipe: idSchema })

export const listRecipesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/recipes',
  summary: 'The saved recipes of a project, by name, each in its newest version',
  access: 'project:annotator',
  params: projectParams,
  query: pageQuerySchema,
  response: pageOf(savedRecipeSchema),
})

export const saveRecipeEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/recipes',
  summary:
    'Keep a recipe under its name. One that is kept already gets a new version, if it says something new',
  access: 'project:lead',
  params: projectParams,
  body: z.object({
    recipe: givenRecipeSchema,
    /** The version that it was made from; 0 for a recipe that should be new. Another newest version is a conflict. */
    basedOn: z.number().int().min(0),
    /** Names of its corpora where it comes from, by id: corpora of another project are found by their names here. */
    corpusNames: z.record(z.uuid(), z.string().max(300)).optional(),
  }),
  response: savedRecipeSchema,
})

export const listRecipeVersionsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/recipes/{recipe}/versions',
  summary: 'The versions of a saved recipe, newest first',
  access: 'project:annotator',
  params: recipeParams,
  query: pageQuerySchema,
  response: pageOf(savedRecipeSchema),
})

export const renameRecipeEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/api/projects/{project}/recipes/{recipe}',
  summary: 'Rename a saved recipe. What it composes stays the same',
  access: 'project:lead',
  params: recipeParams,
  body: z.object({ name: recipeName }),
  response: savedRecipeSchema,
})

export const deleteRecipeEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/projects/{project}/recipes/{recipe}',
  summary: 'Delete a saved recipe with its versions. Runs keep the recipe that they were composed by',
  access: 'project:lead',
  params: recipeParams,
})
