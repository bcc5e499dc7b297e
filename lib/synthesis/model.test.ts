import { describe, expect, it } from 'vitest'
import { givenRecipeSchema, recipeSchema, splitNumOf } from '@/lib/synthesis/model'
import { presetNames, presetOf, withPreset } from '@/lib/synthesis/presets/model'

const [A, B] = ['6b1f0a52-8a3c-4f0e-9d56-0d5a3f3c1b11', '0c9a5a52-8a3c-4f0e-9d56-0d5a3f3c1b22'] as const

describe('a recipe', () => {
  it('that was stored when there were only guidelines still says what it said', () => {
    const stored = {
      name: 'Hum 55/45',
      corpora: [A, B],
      compoundShare: 0.3,
      copies: 2,
      splitNum: 8,
      hardNegatives: true,
      others: 3,
      negativeRate: 1,
      order: 'shuffled',
      bucketing: false,
      emptyShare: 0.1,
      phrases: 'zh',
      seed: 7,
    }
    const recipe = recipeSchema.parse(stored)
    expect(recipe).toMatchObject({ ...stored, corpora: [{ id: A, weight: 1, cap: null }, { id: B }] })
    expect(splitNumOf(recipe, 'ner')).toBe(8)
    expect(splitNumOf(recipe, 'tc')).toBe(8)
  })

  it('has all of the paper when it names nothing but corpora, and parses to itself', () => {
    const recipe = recipeSchema.parse({ corpora: [A] })
    expect(recipe).toMatchObject({
      compoundShare: 0.45,
      strategies: { guideline: 0.6, rule: 0.4, format: 0.5 },
      carriers: { 'json-by-label': 1 },
      ruleNoChangeShare: 0.2,
      maxLength: 24_000,
    })
    expect(recipeSchema.parse(recipe)).toEqual(recipe)
    expect(['ner', 're', 'kg', 'tc'].map((form) => splitNumOf(recipe, form as 'ner'))).toEqual([6, 4, 1, -1])
    expect(splitNumOf({ splitNum: { ner: 3 } }, 'ner')).toBe(3)
    expect(splitNumOf({ splitNum: { ner: 3 } }, 're')).toBe(4)
  })

  it.each([
    { corpora: [] },
    { corpora: ['not an id'] },
    { corpora: [{ id: A, weight: 0 }] },
    { corpora: [A], carriers: { 'json-by-label': 0 } },
    { corpora: [A], carriers: { html: 1 } },
    { corpora: [A], splitNum: { ner: 0 } },
    { corpora: [A], phrases: { zhShare: 2 } },
  ])('is refused as %j', (given) => {
    expect(givenRecipeSchema.safeParse(given).success).toBe(false)
  })

  it.each([
    { corpora: [A], compoundshare: 1 },
    { corpora: [{ id: A, wieght: 2 }] },
    { corpora: [A], strategies: { rules: 1 } },
    { corpora: [A], guidelineOptions: { masknames: 1 } },
  ])('is refused from outside with a name that no recipe has: %j', (given) => {
    expect(givenRecipeSchema.safeParse(given).success).toBe(false)
  })

  it('takes a preset whole, keeps its corpora and seed, and tells which preset it has', () => {
    const recipe = recipeSchema.parse({ corpora: [A], seed: 9, emptyShare: 0.4 })
    for (const name of presetNames) {
      const chosen = withPreset(recipe, name)
      expect(chosen).toMatchObject({ corpora: recipe.corpora, seed: 9, emptyShare: 0.4 })
      expect(presetOf(chosen)).toBe(name)
      expect(withPreset(withPreset(recipe, 'withoutRules'), name)).toEqual(chosen)
    }
    expect(withPreset(recipe, 'withoutRules').strategies).toEqual({ guideline: 0.6, rule: 0, format: 0.5 })
    expect(presetOf({ ...recipe, compoundShare: 0.31 })).toBe(null)
  })
})
