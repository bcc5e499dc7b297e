import { audit } from '@/lib/platform/audit'
import { db, isUniqueViolation } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { findRecipe, recipeViews } from '@/lib/synthesis/recipes/queries'
import type { SavedRecipe } from '@/lib/synthesis/recipes/schema'

/** Gives a saved recipe a name that no other has. */
export async function renameRecipe(
  actor: ProjectActor,
  input: { recipe: string; name: string },
): Promise<SavedRecipe> {
  requireRole(actor, 'lead')
  const { name } = input
  return db
    .$transaction(async (tx) => {
      const { id, name: before } = await findRecipe(actor, input.recipe, tx)
      const { versions } = await tx.recipe.update({
        where: { id },
        data: { name },
        include: { versions: { orderBy: { number: 'desc' }, take: 1 } },
      })
      await audit(tx, actor, {
        action: 'recipe.renamed',
        subjectKind: 'recipe',
        subjectId: id,
        projectId: actor.project.id,
        data: { name, before },
      })
      return (await recipeViews([{ recipe: { id, name }, version: versions[0]! }], tx))[0]!
    })
    .catch((error: unknown) => {
      if (!isUniqueViolation(error)) throw error
      throw new AppError('conflict', `There is a recipe called “${name}” already. Choose another name.`, {
        reason: 'recipe-name-taken',
        params: { name },
      })
    })
}
