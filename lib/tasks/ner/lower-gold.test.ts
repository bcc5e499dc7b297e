import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sliceCodePoints } from '@/lib/tasks/model'
import { canonicalNerGold, joinWords, mentionOf } from '@/lib/tasks/ner/gold'
import { lowerGold, lowerWithPlaces, mentionsOf } from '@/lib/tasks/ner/lower-gold'
import { hostileSpans } from '@/prisma/factories/golds'

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

  it('agrees with the pieces of every span, whatever the text', () => {
    fc.assert(
      fc.property(hostileSpans, ({ text, spans }) => {
        const gold = canonicalNerGold(spans)
        const mentions = mentionsOf(text, gold)
        for (const { span, words, unit } of mentions) {
          expect(words).toBe(mentionOf(text, span))
          expect(span.fragments || text.startsWith(words, unit)).toBeTruthy()
        }
        const labels = ['b', 'c', '__proto__', 'a']
        const schema = labels.map((label) => ({ label, fields: [] }))
        const { answer, places } = lowerWithPlaces(mentions, schema)
        expect(answer).toEqual(lowerGold(mentions, labels))
        expect(answer.flatMap(({ items }) => items)).toHaveLength(gold.spans.length)
        for (const [group, { items }] of answer.entries())
          for (const [at, item] of items.entries()) {
            const slices = places[group]![at]!.map(({ start, end }) => sliceCodePoints(text, start, end))
            expect(item).toBe(joinWords(slices))
          }
      }),
    )
  })
})
