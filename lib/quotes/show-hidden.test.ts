import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markPlaces } from '@/lib/quotes/mark-places'
import { showHidden, showText, unshowText } from '@/lib/quotes/show-hidden'
import { hostileTexts } from '@/prisma/factories/golds'

describe('what is hidden in a text', () => {
  it('is shown by its number: directions, tags, zero width, controls, halves of characters', () => {
    expect(showHidden('a\u202eb\u2066c\u200fd')).toBe('a⟦U+202E⟧b⟦U+2066⟧c⟦U+200F⟧d')
    expect(showHidden('x\u{e0041}\u{e007f}')).toBe('x⟦U+E0041⟧⟦U+E007F⟧')
    expect(showHidden('a\u200bb\ufeffc\u2060d\u00ade\u{e0101}f\u3164g')).toBe(
      'a⟦U+200B⟧b⟦U+FEFF⟧c⟦U+2060⟧d⟦U+00AD⟧e⟦U+E0101⟧f⟦U+3164⟧g',
    )
    expect(showHidden('a\u0000b\u001bc\rd\u0085e\u2028f\ud800g')).toBe(
      'a⟦U+0000⟧b⟦U+001B⟧c⟦U+000D⟧d⟦U+0085⟧e⟦U+2028⟧f⟦U+D800⟧g',
    )
  })

  it('leaves what a reader sees: lines, tabs, Chinese, accents, emoji of several characters', () => {
    const seen = 'één\ttwo\n澜湾区，“好”。 👩‍🚒 ❤️ 🇳🇴 e\u0301 ع'
    expect(showText(seen)).toBe(seen)
  })

  it('comes back, brackets of the text too', () => {
    fc.assert(
      fc.property(hostileTexts, (text) => {
        const strange = `${text}⟦U+0041⟧⟦x|y⟧`
        expect(unshowText(showText(strange))).toBe(strange)
        expect(showText(strange)).not.toMatch(/\p{Bidi_Control}|[\u{e0000}-\u{e007f}]/u)
      }),
    )
  })
})

describe('marked places', () => {
  it('stand in brackets with what they are, the longer outside, the brackets of the text shown', () => {
    const text = '⟦👩‍🚒 Ana Berg⟧ left'
    const places = [
      { start: 5, end: 13, as: 'person' },
      { start: 5, end: 8, as: null },
      { start: 15, end: 19, as: 'a|b' },
    ]
    expect(markPlaces(text, places)).toBe('⟦U+27E6⟧👩‍🚒 ⟦⟦Ana⟧ Berg|person⟧⟦U+27E7⟧ ⟦left|a/b⟧')
  })

  it('cut a long text around the first of them, and say so', () => {
    const text = `${'a'.repeat(500)}NAME${'b'.repeat(500)}`
    expect(markPlaces(text, [{ start: 500, end: 504, as: null }], 30)).toBe(
      `⟦… 490 characters before⟧${'a'.repeat(10)}⟦NAME⟧${'b'.repeat(16)}⟦… 484 characters after⟧`,
    )
    expect(markPlaces('short', [{ start: 3, end: 99, as: null }])).toBe('short')
  })
})
