import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstSegments, layOutSpans, type TextSpan } from '@/components/ui/span-layers'

const textOfSpan = (text: string, spans: TextSpan[], index: number) =>
  layOutSpans(text, spans)
    .filter((segment) => segment.covers.some((cover) => cover.span === index && !cover.tie))
    .map((segment) => segment.text)
    .join('')

describe('spans on a text', () => {
  it('leave their layers as they are where something was searched for', () => {
    const spans = [
      { start: 0, end: 10, label: '', hit: true },
      { start: 4, end: 8, label: 'place' },
    ]
    const [, inside] = layOutSpans('from Skell on', spans)
    expect(inside).toMatchObject({ start: 4, covers: [{ span: 0 }, { span: 1, layer: 0 }] })
  })

  it('are not shifted by characters beyond the basic plane', () => {
    expect(textOfSpan('🎉👩‍🚀 Berlin 上海', [{ start: 5, end: 11, label: 'place' }], 0)).toBe('Berlin')
  })

  it('lie in layers where they nest or overlap', () => {
    const spans = [
      { start: 4, end: 11, label: 'country' },
      { start: 0, end: 22, label: 'title' },
      { start: 12, end: 30, label: 'other' },
    ]
    const layers = new Map(
      layOutSpans('the German chancellor of old Berlin', spans)
        .flatMap((s) => s.covers)
        .map((c) => [c.span, c.layer]),
    )
    expect(layers).toEqual(
      new Map([
        [1, 0],
        [0, 1],
        [2, 1],
      ]),
    )
  })

  it('keep to their pieces where they are interrupted, and are tied between them', () => {
    const text = 'renal and liver failure'
    const pieces: TextSpan['fragments'] = [
      [0, 5],
      [16, 23],
    ]
    const spans: TextSpan[] = [
      { start: 0, end: 23, label: 'disorder', fragments: pieces },
      { start: 10, end: 23, label: 'disorder' },
    ]
    expect(textOfSpan(text, spans, 0)).toBe('renalfailure')
    expect(textOfSpan(text, spans, 1)).toBe('liver failure')
    const tied = layOutSpans(text, spans).filter(({ covers }) => covers.some((one) => one.tie))
    expect(tied.map(({ text }) => text).join('')).toBe(' and liver ')
  })

  it('are cut with the beginning of a long text, without the label of a span that goes on', () => {
    const spans = [
      { start: 2, end: 12, label: 'title' },
      { start: 2, end: 6, label: 'place' },
    ]
    const whole = layOutSpans('🎉 Skell and Ostrey', spans)
    const first = firstSegments(whole, 8)
    expect(first.map(({ text }) => text).join('')).toBe('🎉 Skell ')
    expect(first.flatMap(({ closes }) => closes)).toEqual([1])
    expect(firstSegments(whole, 99)).toEqual(whole)
  })

  it('never lose, add or move a character', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 40 })
    const spans = fc.array(
      fc.record({ start: fc.nat(45), length: fc.nat(12), label: fc.constantFrom('a', 'b', 'c') }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(texts, spans, (text, drawn) => {
        const given = drawn.map(({ start, length, label }) => ({ start, end: start + length, label }))
        const segments = layOutSpans(text, given)
        expect(segments.map((segment) => segment.text).join('')).toBe(text)
        given.forEach((span, index) => {
          const expected = Array.from(text).slice(span.start, span.end).join('')
          expect(textOfSpan(text, given, index)).toBe(expected)
        })
        const at = Math.floor(Array.from(text).length / 2)
        const beginning = firstSegments(segments, at).map((segment) => segment.text)
        expect(beginning.join('')).toBe(Array.from(text).slice(0, at).join(''))
        for (const { covers } of segments)
          expect(new Set(covers.map((cover) => cover.layer)).size).toBe(covers.length)
      }),
    )
  })
})
