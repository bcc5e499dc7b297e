import { describe, expect, it } from 'vitest'
import { readRecipeFile, writeRecipeFile } from '@/components/recipes/recipe-file'
import { recipeSchema } from '@/lib/synthesis/model'

const [ships, other] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
const here = { corpora: [{ id: ships, name: 'Ships' }], locale: 'en' }
const recipe = recipeSchema.parse({ name: 'Mine', corpora: [{ id: ships, weight: 2 }], seed: 7 })

describe('a recipe as a file', () => {
  it('comes back as it was written', () => {
    const read = readRecipeFile(writeRecipeFile(recipe, here.corpora), here)
    expect(read).toEqual({ isRecipe: true, recipe, missing: [], unknown: [] })
  })

  it('finds the corpora of another project by their names', () => {
    const text = JSON.stringify({
      recipe: { ...recipe, corpora: [{ id: other, weight: 3 }] },
      corpusNames: { [other]: 'Ships' },
    })
    const read = readRecipeFile(text, here)
    expect(read.isRecipe && read.recipe.corpora).toMatchObject([{ id: ships, weight: 3 }])
  })

  it('tells which corpora are not here and which settings no recipe has', () => {
    const text = JSON.stringify({
      recipe: { corpora: [ships, other], compoundshare: 1 },
      corpusNames: { [other]: 'Planes' },
    })
    expect(readRecipeFile(text, here)).toMatchObject({
      isRecipe: true,
      recipe: { corpora: [{ id: ships }] },
      missing: ['Planes'],
      unknown: ['compoundshare'],
    })
  })

  it('may be a bare recipe', () => {
    expect(readRecipeFile(JSON.stringify({ corpora: [ships] }), here)).toMatchObject({ isRecipe: true })
  })

  it('is refused with the place of each fault, in the language of the screen', () => {
    const text = JSON.stringify({ corpora: [ships], strategies: { rule: 2 }, seed: 'x' })
    const read = readRecipeFile(text, here)
    expect(read).toMatchObject({ isRecipe: false, faults: [{ path: 'strategies.rule' }, { path: 'seed' }] })
    const chinese = readRecipeFile(text, { ...here, locale: 'zh' })
    expect(!chinese.isRecipe && chinese.faults[0]?.message).toMatch(/\p{Script=Han}/u)
  })

  it('is refused where it is no JSON', () => {
    expect(readRecipeFile('seed: 42', here)).toEqual({ isRecipe: false, faults: [] })
  })
})
