import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LabelNames } from '@/lib/corpora/label-names/model'
import { findCarrier } from '@/lib/formats/find-carrier'
import { carriers } from '@/lib/formats/model'
import { contentHash } from '@/lib/platform/hash'
import { hashRecipe } from '@/lib/synthesis/hash-recipe'
import { recipeSchema } from '@/lib/synthesis/model'
import { labelNaming, nameLabels } from '@/lib/synthesis/name-labels'
import { makeRecipe } from '@/prisma/factories/synthesis'

const labels = ['politicalparty', 'per', 'place']
const text = 'Ada Quill of the Reed Party left Ostrey.'
const asked = { schema: labels.map((label) => ({ label, fields: [] })), text }
const answer = [
  { label: 'politicalparty', items: ['Reed Party'] },
  { label: 'per', items: ['Ada Quill'] },
  { label: 'place', items: [] },
]
const places = [[[{ start: 17, end: 27 }]], [[{ start: 0, end: 9 }]], []]
const names: LabelNames = { politicalparty: { en: 'political party', zh: '政党' }, per: { zh: '人物' } }

describe('labels called by their names', () => {
  it.each(carriers)('are written into %s and read back from it', (name) => {
    const plain = findCarrier(name)
    const parameters = plain.parameters.parse({})
    const carrier = nameLabels(plain, 'ner', labelNaming(labels, names, 'zh'))
    expect(carrier.canCarry({ answer, places }, asked, parameters)).toEqual({ carries: true })
    const output = carrier.render({ answer, places }, asked, parameters)
    expect(output).toContain('政党')
    expect(output).not.toContain('politicalparty')
    expect(carrier.parse(output, asked, parameters)).toEqual(answer)
  })

  it('are the items where classes are what is answered', () => {
    const plain = findCarrier('json-by-label')
    const carrier = nameLabels(plain, 'tc', labelNaming(['label', 'politicalparty'], names, 'en'))
    const classes = { schema: [{ label: 'label', fields: [] }], text }
    const chosen = [{ label: 'label', items: ['politicalparty', 'label'] }]
    const output = carrier.render({ answer: chosen, places: [[null, null]] }, classes, {})
    expect(JSON.parse(output)).toEqual({ label: ['political party', 'label'] })
    expect(carrier.parse(output, classes, {})).toEqual(chosen)
  })

  it('never become one, whatever names are stored', () => {
    const word = fc.constantFrom('a', 'b', 'A', 'c', 'x y')
    const stored = fc.dictionary(word, fc.record({ en: word, zh: word }, { requiredKeys: [] }))
    fc.assert(
      fc.property(fc.uniqueArray(word), stored, fc.constantFrom('en', 'zh'), (some, given, language) => {
        const { nameOf, labelOf } = labelNaming(some, given, language)
        expect(new Set(some.map(nameOf)).size).toBe(some.length)
        for (const label of some) expect(labelOf(nameOf(label))).toBe(label)
      }),
    )
  })
})

describe('a recipe', () => {
  const given = { corpora: ['6b1f0a52-8a3c-4f0e-9d56-0d5a3f3c1b11'] }

  it('calls labels as the corpus does unless it says otherwise, and a recipe from before that choice keeps its hash', () => {
    const recipe = makeRecipe(given)
    expect(recipe.labelNames).toBe('raw')
    const { labelNames: _choice, licences: _demands, ablation: _plan, pairs: _source, ...before } = recipe
    const { name: _name, ...content } = before
    expect(hashRecipe(recipeSchema.parse(before))).toBe(contentHash(content))
    expect(hashRecipe(recipe)).not.toBe(hashRecipe({ ...recipe, labelNames: 'display' }))
  })
})
