import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeOrdinals, encodeOrdinals, intersect } from '@/lib/corpora/survey/postings'

const ascending = fc
  .uniqueArray(fc.integer({ min: 1, max: 2_000_000_000 }), { minLength: 1, maxLength: 50 })
  .map((numbers) => numbers.sort((a, b) => a - b))

it('gives back the ordinals that it was given', () => {
  fc.assert(
    fc.property(ascending, (ordinals) => {
      expect(decodeOrdinals(ordinals[0]!, encodeOrdinals(ordinals))).toEqual(ordinals)
    }),
  )
})

it('finds what stands in every list', () => {
  const some = fc.uniqueArray(fc.integer({ min: 1, max: 40 })).map((numbers) => numbers.sort((a, b) => a - b))
  fc.assert(
    fc.property(fc.array(some, { minLength: 1, maxLength: 4 }), (lists) => {
      const expected = lists[0]!.filter((one) => lists.every((list) => list.includes(one)))
      expect(intersect(lists)).toEqual(expected)
    }),
  )
})
