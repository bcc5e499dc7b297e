import { expect, test } from 'vitest'
import { checkContent, withoutFaults } from '@/lib/artifacts/kinds/guideline/check-content'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import { makeCorpus } from '@/prisma/factories/corpora'
import { makeProject } from '@/prisma/factories/people'

test('finds examples that are not there, positive ones that are no mentions and negative ones that are', async () => {
  const actor = await makeProject()
  const corpus = await makeCorpus(actor, { sentences: ['🚢 [Grey Petrel|vessel] left [Wick|place] .'] })
  const example = (ordinal: number, start: number, end: number) => ({ ordinal, start, end, note: '' })
  const content: GuidelineContent = {
    label: 'vessel',
    language: 'en',
    definition: 'A ship.',
    includes: [],
    excludes: [],
    questions: [],
    typical: [],
    positives: [
      example(1, 2, 13),
      example(2, 0, 4),
      example(1, 20, 90),
      example(1, 19, 23),
      example(1, 5, 5),
    ],
    negatives: [example(1, 19, 23), example(1, 2, 13)],
    paraphrases: { en: [], zh: [] },
  }
  const issues = await checkContent(corpus.id, content)
  expect(issues.map(({ field, index, code }) => [field, index, code])).toEqual([
    ['positives', 1, 'instance-unknown'],
    ['positives', 2, 'offsets-outside'],
    ['positives', 3, 'not-a-mention'],
    ['positives', 4, 'offsets-outside'],
    ['negatives', 1, 'is-a-mention'],
  ])
  const sound = withoutFaults(content, issues)
  expect(sound.positives).toEqual([example(1, 2, 13)])
  expect(sound.negatives).toEqual([example(1, 19, 23)])
})
