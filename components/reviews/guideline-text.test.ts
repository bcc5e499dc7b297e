import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentOf, problemsOf, sameContent, typedOf } from '@/components/reviews/guideline-text'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'

const base: GuidelineContent = {
  label: 'vessel',
  language: 'en',
  definition: 'A named ship or boat.',
  includes: ['Ferries', 'Fishing boats'],
  excludes: ['Classes of ships'],
  questions: ['Is the article part of the name?'],
  typical: ['Grey Petrel'],
  positives: [{ ordinal: 1, start: 4, end: 15, note: '' }],
  negatives: [],
  paraphrases: { en: [], zh: [] },
}

describe('typing a guideline', () => {
  it('changes nothing by opening and saving', () => {
    const line = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((text) => text.replace(/[\s\-*•·–]+/g, 'x'))
    const lines = fc.array(line, { maxLength: 6 })
    fc.assert(
      fc.property(line, lines, lines, lines, lines, (definition, includes, excludes, questions, typical) => {
        const content = { ...base, definition, includes, excludes, questions, typical }
        expect(sameContent(contentOf(typedOf(content), content), content)).toBe(true)
      }),
    )
  })

  it('takes one entry a line, without bullets and empty lines', () => {
    const typed = { ...typedOf(base), includes: '- Ferries\n\n • 渡轮 \r\n* Tugs' }
    expect(contentOf(typed, base).includes).toEqual(['Ferries', '渡轮', 'Tugs'])
  })

  it('says where a text cannot be saved', () => {
    const typed = {
      ...typedOf(base),
      definition: '  ',
      includes: 'x'.repeat(601),
      excludes: 'line\n'.repeat(21),
    }
    expect(problemsOf(contentOf(typed, base))).toEqual([
      { section: 'definition', kind: 'empty' },
      { section: 'includes', kind: 'line-too-long' },
      { section: 'excludes', kind: 'too-many' },
    ])
  })
})
