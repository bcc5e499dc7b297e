import fc from 'fast-check'
import { expect, it } from 'vitest'
import { excerptOf } from '@/components/reviews/excerpt'
import { sliceCodePoints } from '@/lib/tasks/model'

it('an excerpt shows the same mention as the whole text, whatever stands around it', () => {
  const around = fc.string({ unit: 'binary', maxLength: 600 })
  const mention = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(around, mention, around, (before, words, after) => {
      const start = Array.from(before).length
      const span = { start, end: start + Array.from(words).length, label: 'place' }
      const { text, spans, focus } = excerptOf({ text: before + words + after, spans: [span] }, span)
      expect(sliceCodePoints(text, focus.start, focus.end)).toBe(words)
      expect(spans).toEqual([{ ...focus, label: 'place' }])
    }),
  )
})
