import { describe, expect, it } from 'vitest'
import { compareRecipes } from '@/components/recipes/compare-recipes'
import { recipeSchema } from '@/lib/synthesis/model'

const [ships, news] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
const recipe = (given: object) => recipeSchema.parse({ corpora: [ships], ...given })

describe('what differs between two recipes', () => {
  it('is nothing where only the name or the order of corpora is another', () => {
    const [one, other] = [
      recipe({ name: 'A', corpora: [ships, news] }),
      recipe({ name: 'B', corpora: [news, ships] }),
    ]
    expect(compareRecipes(one, other)).toEqual([])
  })

  it('is told setting by setting, with both values', () => {
    const changes = compareRecipes(recipe({}), recipe({ compoundShare: 1, strategies: { rule: 0 } }))
    expect(changes).toEqual([
      { path: ['compoundShare'], before: 0.45, after: 1 },
      { path: ['strategies', 'rule'], before: 0.4, after: 0 },
    ])
  })

  it('tells corpora that came, went or count otherwise', () => {
    const changes = compareRecipes(recipe({}), recipe({ corpora: [{ id: news, weight: 2 }] }))
    expect(changes).toEqual([
      { path: ['corpora', ships], before: { weight: 1, cap: null, forms: [] }, after: undefined },
      { path: ['corpora', news], before: undefined, after: { weight: 2, cap: null, forms: [] } },
    ])
  })

  it('tells weights one by one, and a number for all forms from some for each', () => {
    const changes = compareRecipes(
      recipe({ carriers: { yaml: 1 }, splitNum: 6 }),
      recipe({ carriers: { yaml: 1, csv: 2 }, splitNum: { ner: 3 } }),
    )
    expect(changes).toContainEqual({ path: ['carriers', 'csv'], before: undefined, after: 2 })
    expect(changes).toContainEqual({ path: ['splitNum'], before: 6, after: undefined })
    expect(changes).toContainEqual({ path: ['splitNum', 'ner'], before: undefined, after: 3 })
  })
})
