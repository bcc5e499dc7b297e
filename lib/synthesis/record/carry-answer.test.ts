import { expect, it } from 'vitest'
import { composeInstruction } from '@/lib/synthesis/compose-instruction'
import { makeDraw } from '@/lib/synthesis/make-draw'
import {
  makePreparedFormat,
  makePreparedRecipe,
  makePreparedRelease,
  PREPARED_CORPUS,
} from '@/prisma/factories/prepared'

const text = 'How do I pay?'
const carriersOf = (labels: string[], compoundShare: number) =>
  Array.from({ length: 40 }, (_, at) => {
    const instance = {
      id: `i-${at}`,
      corpusId: PREPARED_CORPUS,
      ordinal: at + 1,
      text,
      gold: { labels, multi: true },
    }
    const release = makePreparedRelease({
      form: 'tc',
      labels: ['bill', 'card'],
      formats: [makePreparedFormat('tagged-text'), makePreparedFormat('csv')],
    })
    const recipe = makePreparedRecipe({
      compoundShare,
      compound: { chance: compoundShare, reachable: 1 },
      strategies: { guideline: 0, rule: 0, format: 1 },
      carriers: { 'tagged-text': 5, xml: 1 },
    })
    const draw = makeDraw({ seed: 1, instanceId: instance.id, copy: 0 })
    const composed = composeInstruction(instance, release, recipe, draw)
    return composed.made ? composed.instruction.provenance.carrier : composed.reason
  })

it('marks no classes in a text, not even where no class fits: the question would tell that none does', () => {
  for (const labels of [[], ['card']]) {
    expect(new Set(carriersOf(labels, 0))).toEqual(new Set(['xml']))
    expect(new Set(carriersOf(labels, 1))).toEqual(new Set(['csv']))
  }
})
