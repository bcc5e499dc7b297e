import { expect, test } from 'vitest'
import { guidelineEvidenceSchema } from '@/lib/artifacts/kinds/guideline/evidence'
import { FIRST_REFS, firstRefs } from '@/lib/artifacts/kinds/guideline/mining/first-refs'

const refs = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ ordinal: at + 1, start: 0, end: 4 }))

const evidence = guidelineEvidenceSchema.parse({
  label: 'vessel',
  language: 'en',
  corpus: { id: 'c', name: 'Harbour', instances: 300 },
  ...{ mentions: 300, instances: 300, distinct: 40, sample: refs(60) },
  frequent: [{ mention: 'Wick', count: 80, refs: refs(20), wordings: ['Wick', 'wick'] }],
  ...{
    ambiguous: [],
    unlabelled: [],
    before: [],
    after: [],
    inside: [],
    nesting: [],
    lengths: [],
    shapes: [],
  },
  roles: [
    {
      ...{ role: 'port', several: 2, count: 30, refs: refs(20) },
      fillers: [{ mention: 'Wick', count: 15, refs: refs(15) }],
    },
  ],
  claims: [
    {
      ...{ field: 'includes', index: 0, text: 'boats', section: 'frequent', key: 'Wick' },
      ...{ count: 300, refs: refs(200) },
    },
  ],
})

test('keeps every figure and the first references behind it, in a fraction of the bytes', () => {
  const first = firstRefs(evidence)
  expect(first.claims[0]).toMatchObject({ count: 300, refs: refs(FIRST_REFS) })
  expect(first.roles[0]!.fillers[0]).toMatchObject({ count: 15, refs: refs(FIRST_REFS) })
  expect(first.frequent[0]).toEqual({ mention: 'Wick', count: 80, refs: refs(FIRST_REFS) })
  expect(first.sample).toHaveLength(60)
  expect(guidelineEvidenceSchema.parse(first)).toEqual(first)
  expect(JSON.stringify(first).length).toBeLessThan(JSON.stringify(evidence).length / 2)
})
