import { describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { deleteRecipe } from '@/lib/synthesis/recipes/delete-recipe'
import { listRecipes, listRecipeVersions } from '@/lib/synthesis/recipes/queries'
import { renameRecipe } from '@/lib/synthesis/recipes/rename-recipe'
import { saveRecipe } from '@/lib/synthesis/recipes/save-recipe'
import { makeCorpus } from '@/prisma/factories/corpora'
import { joinProject, makeProject } from '@/prisma/factories/people'
import { makeRecipe } from '@/prisma/factories/synthesis'

const reason = (given: string) => ({ details: { reason: given } })

async function kitchen(corpus = 'Harbour') {
  const actor = await makeProject()
  const { id } = await makeCorpus(actor, { name: corpus, sentences: ['A [Petrel|vessel].'] })
  return { actor, corpus: id, recipe: makeRecipe({ corpora: [id], name: 'Ours' }) }
}

describe('a saved recipe', () => {
  it('gets a version for each change, and none for what it says already', async () => {
    const { actor, recipe } = await kitchen()
    const first = await saveRecipe(actor, { recipe, basedOn: 0 })
    expect(first).toMatchObject({ name: 'Ours', number: 1, recipe, createdBy: actor.name })
    expect(await saveRecipe(actor, { recipe, basedOn: 1 })).toEqual(first)
    const second = await saveRecipe(actor, { recipe: { ...recipe, seed: 7 }, basedOn: 1 })
    expect(second).toMatchObject({ id: first.id, number: 2 })
    const versions = await listRecipeVersions(actor, { recipe: first.id, limit: 10 })
    expect(versions.items.map(({ number, recipe }) => [number, recipe.seed])).toEqual([
      [2, 7],
      [1, 42],
    ])
    expect((await listRecipes(actor, { limit: 10 })).items).toEqual([second])
  })

  it('loses nobody’s change: what was made from an older version is refused', async () => {
    const { actor, recipe } = await kitchen()
    await saveRecipe(actor, { recipe, basedOn: 0 })
    const saving = [1, 2, 3].map((seed) => saveRecipe(actor, { recipe: { ...recipe, seed }, basedOn: 1 }))
    const settled = await Promise.allSettled(saving)
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(saveRecipe(actor, { recipe, basedOn: 0 })).rejects.toMatchObject(reason('recipe-changed'))
  })

  it('that comes from another project finds its corpora by name, or says which is missing', async () => {
    const { recipe, corpus } = await kitchen()
    const { actor, corpus: own } = await kitchen()
    const corpusNames = { [corpus]: 'Harbour' }
    const saved = await saveRecipe(actor, { recipe, basedOn: 0, corpusNames })
    expect(saved.recipe.corpora).toMatchObject([{ id: own }])
    const missing = saveRecipe(actor, { recipe, basedOn: 1, corpusNames: { [corpus]: 'Quay' } })
    await expect(missing).rejects.toMatchObject({
      details: { reason: 'recipe-corpus-unknown', params: { corpus: 'Quay' } },
    })
  })

  it('can be renamed and deleted, by leads of its project, and the log keeps what it was', async () => {
    const { actor, recipe } = await kitchen()
    const { id } = await saveRecipe(actor, { recipe, basedOn: 0 })
    await saveRecipe(actor, { recipe: { ...recipe, name: 'Other' }, basedOn: 0 })
    await expect(renameRecipe(actor, { recipe: id, name: 'Other' })).rejects.toMatchObject(
      reason('recipe-name-taken'),
    )
    expect(await renameRecipe(actor, { recipe: id, name: 'Mine' })).toMatchObject({ name: 'Mine', number: 1 })
    const annotator = await joinProject(actor.project.slug)
    await expect(deleteRecipe(annotator, { recipe: id })).rejects.toMatchObject({ code: 'forbidden' })
    const stranger = await makeProject()
    await expect(deleteRecipe(stranger, { recipe: id })).rejects.toMatchObject(reason('recipe-unknown'))
    await deleteRecipe(actor, { recipe: id })
    expect((await listRecipes(actor, { limit: 10 })).items.map(({ name }) => name)).toEqual(['Other'])
    const entry = await db.auditEntry.findFirst({ where: { subjectId: id, action: 'recipe.deleted' } })
    expect(entry?.data).toMatchObject({ name: 'Mine', recipe: { seed: 42 } })
  })
})
