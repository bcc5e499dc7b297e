import { describe, expect, it } from 'vitest'
import { type Bench, forgetBench, keepBench, readBench } from '@/components/recipes/kept-draft'
import { recipeSchema } from '@/lib/synthesis/model'

const [first, second] = ['6b1f0a52-8a3c-4f0e-9d56-0d5a3f3c1b11', '6b1f0a52-8a3c-4f0e-9d56-0d5a3f3c1b12']
const recipe = recipeSchema.parse({ corpora: [first, second], seed: 7, compoundShare: 0.3 })

function memory() {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

describe('a recipe that is not saved', () => {
  const bench: Bench = { recipe, opened: null, aside: { recipe: { ...recipe, corpora: [] }, opened: null } }

  it('is there again for its project, and for no other, until it is forgotten', () => {
    const storage = memory()
    const corpora = [{ id: first! }, { id: second! }]
    keepBench(storage, 'harbour', bench)
    expect(readBench(storage, { project: 'harbour', corpora })).toEqual(bench)
    expect(readBench(storage, { project: 'island', corpora })).toBe(null)
    forgetBench(storage, 'harbour')
    expect(readBench(storage, { project: 'harbour', corpora })).toBe(null)
  })

  it('comes back without corpora that are gone', () => {
    const storage = memory()
    keepBench(storage, 'harbour', bench)
    const found = readBench(storage, { project: 'harbour', corpora: [{ id: second! }] })
    expect(found!.recipe).toEqual({ ...recipe, corpora: [recipe.corpora[1]] })
  })

  it('is left where what was kept is no recipe, and where a browser keeps nothing', () => {
    const storage = memory()
    for (const text of ['{', '{"recipe":{"seed":-1},"opened":null,"aside":null}', 'null']) {
      storage.kept.set('gloss-recipe-draft-harbour', text)
      expect(readBench(storage, { project: 'harbour', corpora: [] })).toBe(null)
    }
    const full = {
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    expect(() => keepBench(full, 'harbour', bench)).not.toThrow()
  })
})
