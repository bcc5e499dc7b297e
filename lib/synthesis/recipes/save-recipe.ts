import { audit } from '@/lib/platform/audit'
import { db, isUniqueViolation, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { hashRecipe } from '@/lib/synthesis/hash-recipe'
import type { Recipe } from '@/lib/synthesis/model'
import { recipeViews } from '@/lib/synthesis/recipes/queries'
import type { SavedRecipe } from '@/lib/synthesis/recipes/schema'

type Input = { recipe: Recipe; basedOn: number; corpusNames?: Record<string, string> | undefined }

/**
 * Keeps a recipe under its name: a new one, or the next version of one that is kept. What says nothing new makes no version; what
 * was made from another version than the newest is refused, so that nobody's change is lost.
 */
export async function saveRecipe(actor: ProjectActor, input: Input): Promise<SavedRecipe> {
  requireRole(actor, 'lead')
  const { name } = input.recipe
  return db
    .$transaction(async (tx) => {
      const recipe = { ...input.recipe, corpora: await findCorpora(tx, actor, input) }
      const kept = await keptUnder(tx, actor, name)
      if ((kept?.newest.number ?? 0) !== input.basedOn) throw changedMeanwhile(name, kept?.newest.number)
      const hash = hashRecipe(recipe)
      const [same] = kept?.newest.contentHash === hash ? [kept] : []
      if (same) return (await recipeViews([{ recipe: same, version: same.newest }], tx))[0]!
      const { id } = kept ?? (await tx.recipe.create({ data: { projectId: actor.project.id, name } }))
      const version = await tx.recipeVersion.create({
        data: {
          recipeId: id,
          number: input.basedOn + 1,
          content: recipe,
          contentHash: hash,
          createdById: actor.id,
        },
      })
      await audit(tx, actor, {
        action: 'recipe.saved',
        subjectKind: 'recipe',
        subjectId: id,
        projectId: actor.project.id,
        data: { name, number: version.number, hash },
      })
      return (await recipeViews([{ recipe: { id, name }, version }], tx))[0]!
    })
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? changedMeanwhile(name) : error
    })
}

async function keptUnder(tx: Tx, actor: ProjectActor, name: string) {
  const projectId = actor.project.id
  await tx.$queryRaw`SELECT 1 FROM recipe WHERE project_id = ${projectId}::uuid AND name = ${name} FOR UPDATE`
  const found = await tx.recipe.findUnique({
    where: { projectId_name: { projectId, name } },
    include: { versions: { orderBy: { number: 'desc' }, take: 1 } },
  })
  return found && { ...found, newest: found.versions[0]! }
}

/** The recipe's corpora as they are here: by id, else by the name that they had where the recipe comes from. */
async function findCorpora(
  tx: Tx,
  actor: ProjectActor,
  { recipe, corpusNames = {} }: Input,
): Promise<Recipe['corpora']> {
  const ids = recipe.corpora.map(({ id }) => id)
  const found = await tx.corpus.findMany({
    where: {
      projectId: actor.project.id,
      OR: [{ id: { in: ids } }, { name: { in: Object.values(corpusNames) } }],
    },
    select: { id: true, name: true },
  })
  return recipe.corpora.map((corpus) => {
    const name = corpusNames[corpus.id]
    const here = found.find(({ id }) => id === corpus.id) ?? found.find((one) => one.name === name)
    if (here) return { ...corpus, id: here.id }
    throw new AppError(
      'invalid',
      `This recipe wants a corpus that is not in this project: ${name ?? corpus.id}. Import it under this name, or take it out of the recipe.`,
      { reason: 'recipe-corpus-unknown', params: { corpus: name ?? corpus.id } },
    )
  })
}

function changedMeanwhile(name: string, number = 1): AppError {
  return new AppError(
    'conflict',
    `“${name}” is at version ${number} by now. Nothing was saved: look at it first, or save under another name.`,
    { reason: 'recipe-changed', params: { name, number } },
  )
}
