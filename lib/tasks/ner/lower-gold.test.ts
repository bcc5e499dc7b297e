import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePointLength } from '@/lib/tasks/model'
import { canonicalNerGold, mentionOf } from '@/lib/tasks/ner/gold'
import { lowerGold, mentionsOf } from '@/lib/tasks/ner/lower-gold'

const lower = (text: string, spans: { start: number; end: number; label: string }[], labels: string[]) =>
  lowerGold(mentionsOf(text, canonicalNerGold(spans)), labels)

describe('lowering gold of named entity recognition', () => {
  it('answers every label asked for, in that order, and no other', () => {
    const spans = [
      { start: 0, end: 3, label: 'person' },
      { start: 8, end: 11, label: 'place' },
    ]
    expect(lower('Ana saw Rio', spans, ['place', 'law', 'person'])).toEqual([
      { label: 'place', items: ['Rio'] },
      { label: 'law', items: [] },
      { label: 'person', items: ['Ana'] },
    ])
    expect(lower('Ana saw Rio', spans, ['law'])).toEqual([{ label: 'law', items: [] }])
  })

  it('lists a mention once for each of its spans, in text order, the longer first', () => {
    const spans = [
      { start: 8, end: 11, label: 'p' },
      { start: 0, end: 3, label: 'p' },
      { start: 0, end: 11, label: 'p' },
    ]
    expect(lower('Rio and Rio', spans, ['p'])).toEqual([{ label: 'p', items: ['Rio and Rio', 'Rio', 'Rio'] }])
  })

  it('counts offsets in code points', () => {
    expect(lower('👩‍🚒 met Ånga 🚢 in 澜湾', [{ start: 8, end: 12, label: 'v' }], ['v'])).toEqual([
      { label: 'v', items: ['Ånga'] },
    ])
  })

  it('agrees with the slice of every span, whatever the text', () => {
    const texts = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(texts, fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 6 }), (text, pairs) => {
        const length = codePointLength(text)
        const gold = canonicalNerGold(
          pairs.map(([a, b]) => ({ start: Math.min(a, b) % length, end: length, label: `l${b % 3}` })),
        )
        for (const { span, words, unit } of mentionsOf(text, gold)) {
          expect(words).toBe(mentionOf(text, span))
          expect(text.startsWith(words, unit)).toBe(true)
        }
      }),
    )
  })
})
