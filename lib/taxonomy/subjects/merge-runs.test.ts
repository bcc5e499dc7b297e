import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeRuns } from './merge-runs'
import { type DescribedSubject, describedSubjectSchema, type MergedSubject } from './model'

const subject = (en: string, zh = '', given: Partial<DescribedSubject> = {}) =>
  describedSubjectSchema.parse({
    ...{ name: { en, zh }, level: 'introductory', introduction: `About ${en || zh}.`, subtopics: [en || zh] },
    ...given,
  })
const runsOf = ({ said }: MergedSubject) => said.map(({ run }) => run)
const namesOf = (merged: readonly MergedSubject[]) => merged.map((one) => one.subject.name.en)
const find = (merged: readonly MergedSubject[], en: string) =>
  merged.find((one) => one.subject.name.en === en)!

describe('runs of one discipline', () => {
  it('are one list, with what most say first and who said it', () => {
    const merged = mergeRuns([
      [subject('Forest law'), subject('Forest ecology', '森林生态学')],
      [subject('Silviculture'), subject('Forest Ecology'), subject('Forest law')],
      [subject('Forest-ecology')],
    ])
    expect(namesOf(merged)).toEqual(['Forest ecology', 'Forest law', 'Silviculture'])
    expect(merged.map(runsOf)).toEqual([[0, 1, 2], [0, 1], [1]])
    expect(merged[0]!.said[1]).toMatchObject({ run: 1, at: 1, subject: { name: { en: 'Forest Ecology' } } })
  })

  it.each([
    ['case, hyphens and the plural', subject('Forest-road'), subject('forest roads')],
    ['signs for and, and articles', subject('Soil & water'), subject('The soil and water')],
    [
      'one language, where the other is worded otherwise',
      subject('Fire control', '林火管理'),
      subject('Wildfire management', '林火管理'),
    ],
  ])('are told apart by no %s', (_what, one, other) => {
    expect(mergeRuns([[one], [other]])).toHaveLength(1)
  })

  it('join what a third says in the words of both', () => {
    const merged = mergeRuns([
      [subject('Fire control'), subject('', '林火管理')],
      [subject('Fire control', '林火管理')],
    ])
    expect(merged).toHaveLength(1)
    expect(runsOf(merged[0]!)).toEqual([0, 0, 1])
  })

  it('give the words of whoever goes deepest at the level that most see', () => {
    const deep = subject('Silviculture', '', { level: 'advanced', subtopics: ['thinning', 'regeneration'] })
    const [merged] = mergeRuns([
      [subject('Silviculture', '', { subtopics: ['a', 'b', 'c'] })],
      [subject('silviculture', '', { level: 'advanced' })],
      [deep],
    ])
    expect(merged!.subject).toEqual(deep)
  })

  it('lose nothing and say nothing twice, in whatever order they come', () => {
    const words = fc.constantFrom('forest', 'law', 'soil', 'water', 'fire')
    const described = fc.array(words, { minLength: 1, maxLength: 3 }).map((list) => subject(list.join(' ')))
    fc.assert(
      fc.property(fc.array(fc.array(described, { maxLength: 8 }), { maxLength: 5 }), (runs) => {
        const merged = mergeRuns(runs)
        const said = merged.flatMap((one) => one.said.map(({ run, at }) => `${run} ${at}`))
        expect(said.toSorted()).toEqual(
          runs.flatMap((run, number) => run.map((_, at) => `${number} ${at}`)).toSorted(),
        )
        expect(new Set(namesOf(merged)).size).toBe(merged.length)
        expect(namesOf(mergeRuns(runs.toReversed())).toSorted()).toEqual(namesOf(merged).toSorted())
        for (const [at, one] of merged.entries())
          for (const { other, similarity } of one.alike)
            expect(merged[other]!.alike).toContainEqual({ other: at, why: 'name', similarity })
      }),
    )
  })
})

describe('subjects that look alike', () => {
  const others = ['Forest law', 'Forest soils', 'Forest roads', 'Forest history'].map((en) => subject(en))

  it('are told by the words of their names, whatever their order', () => {
    const merged = mergeRuns([[subject('Economics of forests'), ...others], [subject('Forest economics')]])
    const [one, other] = [find(merged, 'Economics of forests'), find(merged, 'Forest economics')]
    expect(merged[one.alike[0]!.other]).toBe(other)
    expect(one.alike[0]!.similarity).toBeGreaterThan(0.9)
    expect(find(merged, 'Forest law').alike).toEqual([])
  })

  it('are not those that have only the discipline in common, in Chinese neither', () => {
    const merged = mergeRuns([
      ['森林法规', '森林土壤', '森林道路', '森林历史'].map((zh) => subject('', zh)),
      [subject('', '森林土壤学')],
    ])
    const alike = merged.filter((one) => one.alike.length > 0).map((one) => one.subject.name.zh)
    expect(alike.toSorted()).toEqual(['森林土壤', '森林土壤学'])
  })

  it('are told by what they go through, where the names differ', () => {
    const subtopics = ['thinning', 'planting', 'pruning', 'felling']
    const merged = mergeRuns([
      [subject('Silviculture', '', { subtopics }), ...others],
      [subject('Tending of stands', '', { subtopics: ['Planting', 'Thinning', 'Felling', 'Burning'] })],
    ])
    expect(find(merged, 'Silviculture').alike).toMatchObject([{ why: 'subtopics', similarity: 0.6 }])
  })
})
