import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyCorrections, findCorrections } from '@/lib/reviews/lots/find-corrections'
import { guidelineContent } from '@/prisma/factories/reviews'

describe('what an edit replaced', () => {
  it('is told by words, and mends others that say the same', () => {
    const before = guidelineContent({ definition: 'A named ship or boot at sea.' })
    const after = { ...before, definition: 'A named ship or boat at sea.' }
    const corrections = findCorrections(before, after)
    expect(corrections).toEqual([{ field: 'definition', from: 'boot', to: 'boat' }])
    const other = guidelineContent({ label: 'harbour', definition: 'Where a boot lies; not bootleg.' })
    expect(applyCorrections(other, corrections)).toEqual({
      ...other,
      definition: 'Where a boat lies; not bootleg.',
    })
  })

  it('works in Chinese, where words have no borders', () => {
    const before = guidelineContent({ language: 'zh', definition: '有名字的船支或小艇。' })
    const after = { ...before, definition: '有名字的船只或小艇。' }
    const corrections = findCorrections(before, after)
    const other = guidelineContent({ language: 'zh', label: '港口', definition: '停泊船支的地方。' })
    expect(applyCorrections(other, corrections)).toMatchObject({ definition: '停泊船只的地方。' })
  })

  it('takes a line out of other lists that have it, and does not bring new lines into them', () => {
    const before = guidelineContent({ includes: ['ferries', 'toy boats'], excludes: ['harbours'] })
    const after = { ...before, includes: ['ferries'], excludes: ['harbours', 'quays'] }
    const corrections = findCorrections(before, after)
    expect(corrections).toEqual([{ field: 'includes', from: 'toy boats', to: '' }])
    const other = guidelineContent({ includes: ['toy boats', 'tugs'], excludes: ['toy boats'] })
    expect(applyCorrections(other, corrections)).toMatchObject({
      includes: ['tugs'],
      excludes: ['toy boats'],
    })
    expect(applyCorrections(guidelineContent({ includes: ['tugs'] }), corrections)).toBeNull()
  })

  it('keeps to its field, and touches neither label nor language', () => {
    const before = guidelineContent({ label: 'vessel', definition: 'A vessel.' })
    const corrections = findCorrections(before, { ...before, label: 'ship', definition: 'A ship.' })
    expect(corrections).toEqual([{ field: 'definition', from: 'vessel', to: 'ship' }])
    const other = guidelineContent({ label: 'vessel', definition: 'None.', includes: ['a vessel'] })
    expect(applyCorrections(other, corrections)).toBeNull()
  })

  it('finds the place of an insertion by the word before it', () => {
    const before = guidelineContent({ definition: 'Include ships at sea.' })
    const after = { ...before, definition: 'Include named ships at sea.' }
    const corrections = findCorrections(before, after)
    const other = guidelineContent({ definition: 'Include tugs.' })
    expect(applyCorrections(other, corrections)).toMatchObject({ definition: 'Include named tugs.' })
  })

  it('made again on the draft it was made on gives the edit, where lines were only reworded', () => {
    const words = fc.array(fc.constantFrom('ship', 'boat', 'sea', 'named', 'old', '船', 'harbour'), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(words, fc.constantFrom('tug', 'ferry'), (given, instead) => {
        const distinct = [...new Set(given)]
        const before = guidelineContent({ definition: distinct.join(' ') })
        const after = { ...before, definition: [instead, ...distinct.slice(1)].join(' ') }
        const corrections = findCorrections(before, after)
        fc.pre(corrections.length > 0)
        expect(applyCorrections(before, corrections)).toEqual(after)
      }),
    )
  })
})
