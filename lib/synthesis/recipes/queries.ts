import { cutPage, parseNumberCursor } from '@/lib/platform/cursor'
import { db, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import { recipeSchema } from '@/lib/synthesis/model'
import type { SavedRecipe } from '@/lib/synthesis/recipes/schema'

type Page = { items: SavedRecipe[]; nextCursor: string | null }

export async function listRecipes(
  actor: ProjectActor,
  input: { cursor?: string; limit: number },
): Promise<Page> {
  const { cursor, limit } = input
  const rows = await db.recipe.findMany({
    where: { projectId: actor.project.id, ...(cursor !== undefined && { name: { gt: cursor } }) },
    include: { versions: { orderBy: { number: 'desc' }, take: 1 } },
    orderBy: { name: 'asc' },
    take: limit + 1,
  })
  const { items, nextCursor } = cutPage(rows, limit, ({ name }) => name)
  const shown = items.map((recipe) => ({ recipe, version: recipe.versions[0]! }))
  return { items: await recipeViews(shown), nextCursor }
}

export async function listRecipeVersions(
  actor: ProjectActor,
  input: { recipe: string; cursor?: string; limit: number },
): Promise<Page> {
  const recipe = await findRecipe(actor, input.recipe)
  const before = input.cursor === undefined ? undefined : parseNumberCursor(input.cursor)
  const rows = await db.recipeVersion.findMany({
    where: { recipeId: recipe.id, number: { lt: before } },
    orderBy: { number: 'desc' },
    take: input.limit + 1,
  })
  const { items, nextCursor } = cutPage(rows, input.limit, ({ number }) => String(number))
  return { items: await recipeViews(items.map((version) => ({ recipe, version }))), nextCursor }
}

export async function findRecipe(actor: ProjectActor, id: string, within: Tx = db) {
  const recipe = await within.recipe.findFirst({ where: { id, projectId: actor.project.id } })
  if (recipe) return recipe
  throw new AppError('not_found', 'This project has no such recipe any more.', { reason: 'recipe-unknown' })
}

type Row = {
  recipe: { id: string; name: string }
  version: { number: number; content: unknown; contentHash: string; createdById: string; createdAt: Date }
}

/** One more query, however many rows: for the names of people. */
export async function recipeViews(rows: readonly Row[], within: Tx = db): Promise<SavedRecipe[]> {
  const ids = [...new Set(rows.map(({ version }) => version.createdById))]
  const people = await within.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return rows.map(({ recipe: { id, name }, version }) => ({
    ...{ id, name, number: version.number },
    recipe: { ...recipeSchema.parse(version.content), name },
    hash: version.contentHash,
    createdBy: names.get(version.createdById) ?? version.createdById,
    createdAt: version.createdAt.toISOString(),
  }))
}
