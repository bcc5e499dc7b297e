import { describe, expect, it } from 'vitest'
import { placeWords } from '@/lib/corpora/formats/place-words'

describe('placing words', () => {
  it.each([
    ['as the offsets say', 'a ship', { start: 2, end: 6, words: 'ship', counts: 'points' }, [2, 6, false]],
    ['in units, when the tool counts them', '🚢 ship', { start: 3, end: 7, counts: 'units' }, [2, 6, false]],
    [
      'in units, when only they fit',
      '🚢 ship',
      { start: 3, end: 7, words: 'ship', counts: 'points' },
      [2, 6, false],
    ],
    [
      'in points, when only they fit',
      '🚢 ship',
      { start: 2, end: 6, words: 'ship', counts: 'units' },
      [2, 6, false],
    ],
    [
      'with a line end written otherwise',
      'a\nship',
      { start: 0, end: 6, words: 'a\\nship', counts: 'units' },
      [0, 6, false],
    ],
    ['where they stand once', '🚢 ship', { start: 0, end: 4, words: 'ship', counts: 'points' }, [2, 6, true]],
    ['nowhere', 'a ship', { start: 0, end: 4, words: 'boat', counts: 'points' }, null],
    [
      'nowhere when they stand twice',
      'ship, ship',
      { start: 1, end: 4, words: 'ship', counts: 'points' },
      null,
    ],
    ['nowhere beyond the text', 'a ship', { start: 2, end: 9, counts: 'points' }, null],
    ['nowhere without any room', 'a ship', { start: 2, end: 2, counts: 'points' }, null],
  ] as const)('finds them %s', (_how, text, given, expected) => {
    const place = placeWords(text, given)
    expect(place && [place.start, place.end, place.isMoved]).toEqual(expected)
  })
})
