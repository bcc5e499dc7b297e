import { audit } from '@/lib/platform/audit'
import { db, type Json } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { findRecipe } from '@/lib/synthesis/recipes/queries'

/** Deletes a saved recipe. The audit row keeps its newest version, so that it can be made again; runs keep their own. */
export async function deleteRecipe(
  actor: ProjectActor,
  input: { recipe: string },
): Promise<Record<string, never>> {
  requireRole(actor, 'lead')
  await db.$transaction(async (tx) => {
    const { id, name } = await findRecipe(actor, input.recipe, tx)
    const newest = await tx.recipeVersion.findFirst({ where: { recipeId: id }, orderBy: { number: 'desc' } })
    await tx.recipe.delete({ where: { id } })
    await audit(tx, actor, {
      action: 'recipe.deleted',
      subjectKind: 'recipe',
      subjectId: id,
      projectId: actor.project.id,
      data: { name, recipe: newest?.content as Json },
    })
  })
  return {}
}
