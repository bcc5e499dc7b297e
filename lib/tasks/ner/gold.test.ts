import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePointLength } from '@/lib/tasks/model'
import {
  canonicalExtent,
  canonicalNerGold,
  isCanonical,
  mentionOf,
  type NerSpan,
  nerFaults,
  nerGoldSchema,
} from '@/lib/tasks/ner/gold'
import { hostileSpans } from '@/prisma/factories/golds'

const span = (start: number, end: number, fragments?: [number, number][]): NerSpan =>
  fragments ? { start, end, label: 'p', fragments } : { start, end, label: 'p' }

describe('canonical gold of named entity recognition', () => {
  it('sorts by start, the longer first, then by label, in one piece before in several', () => {
    const sorted = [
      { start: 0, end: 9, label: 'a' },
      { start: 0, end: 9, label: 'b' },
      {
        start: 0,
        end: 9,
        label: 'b',
        fragments: [
          [0, 2],
          [4, 9],
        ] satisfies [number, number][],
      },
      {
        start: 0,
        end: 9,
        label: 'b',
        fragments: [
          [0, 2],
          [5, 9],
        ] satisfies [number, number][],
      },
      { start: 0, end: 3, label: 'a' },
      { start: 2, end: 9, label: 'a' },
    ]
    expect(canonicalNerGold(sorted.toReversed()).spans).toEqual(sorted)
    expect(isCanonical(sorted)).toBe(true)
    expect(isCanonical(sorted.toReversed())).toBe(false)
  })

  it.each([
    [
      [
        [4, 6],
        [0, 2],
      ],
      {
        start: 0,
        end: 6,
        fragments: [
          [0, 2],
          [4, 6],
        ],
      },
    ],
    [
      [
        [0, 2],
        [2, 6],
      ],
      { start: 0, end: 6 },
    ],
    [
      [
        [0, 4],
        [2, 6],
        [8, 9],
      ],
      {
        start: 0,
        end: 9,
        fragments: [
          [0, 6],
          [8, 9],
        ],
      },
    ],
    [[[1, 4]], { start: 1, end: 4 }],
    [[], { start: 0, end: 9 }],
  ] as [[number, number][], object][])('brings the fragments %j to %j', (fragments, expected) => {
    expect(canonicalExtent({ start: 0, end: 9, fragments })).toStrictEqual(expected)
  })

  it('is the same whatever the order, and canonical already', () => {
    fc.assert(
      fc.property(hostileSpans, ({ text, spans }) => {
        const gold = canonicalNerGold(spans)
        expect(canonicalNerGold(gold.spans)).toStrictEqual(gold)
        expect(canonicalNerGold(spans.toReversed())).toStrictEqual(gold)
        expect(isCanonical(gold.spans)).toBe(true)
        expect(nerGoldSchema.parse(gold)).toStrictEqual(gold)
        expect(nerFaults(text, gold)).toEqual([])
      }),
    )
  })
})

describe('the words of a mention', () => {
  it.each([
    [
      'left and right arm',
      [
        [0, 4],
        [15, 18],
      ],
      'left arm',
    ],
    [
      '👩‍🚒 met Ånga 🚢',
      [
        [0, 3],
        [8, 12],
      ],
      '👩‍🚒 Ånga',
    ],
    [
      '左手和右脚',
      [
        [0, 1],
        [4, 5],
      ],
      '左脚',
    ],
    [
      '左手 and foot',
      [
        [0, 2],
        [7, 11],
      ],
      '左手 foot',
    ],
    [
      'カー と バス',
      [
        [0, 2],
        [5, 7],
      ],
      'カーバス',
    ],
  ] as [string, [number, number][], string][])('of %j at %j are %j', (text, fragments, words) => {
    const extent = { start: fragments[0]![0], end: fragments.at(-1)![1], fragments }
    expect(mentionOf(text, extent)).toBe(words)
  })
})

describe('faults of a gold', () => {
  it.each([
    [span(0, 4), 'spans[0]: it ends at 4, and the text has 3 characters.'],
    [span(2, 2), 'spans[0]: it starts at 2 and ends at 2, which is no text.'],
    [span(-1, 2), 'spans[0]: it starts at -1 and ends at 2, which is no text.'],
    [{ start: 0, end: 1, label: ' ' }, 'spans[0]: its label is empty.'],
    [
      span(0, 3, [
        [2, 3],
        [0, 1],
      ]),
      'spans[0]: its fragments are not in order',
    ],
    [
      span(0, 3, [
        [0, 1],
        [1, 3],
      ]),
      'spans[0]: its fragments are not in order',
    ],
    [
      span(0, 3, [
        [0, 1],
        [2, 9],
      ]),
      'spans[0]: its fragments are not in order',
    ],
    [span(0, 3, [[0, 3]]), 'spans[0]: its fragments are not in order'],
  ])('%j', (given, fault) => {
    const faults = nerFaults('a🚢b', { spans: [given] })
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(fault)
  })

  it('are not there where spans reach from end to end of the code points', () => {
    const text = '🚢é🚢'
    expect(
      nerFaults(text, {
        spans: [
          span(0, codePointLength(text)),
          span(0, 3, [
            [0, 1],
            [2, 3],
          ]),
        ],
      }),
    ).toEqual([])
  })

  it('include fragments that contradict their span, which no reader accepts', () => {
    const read = nerGoldSchema.safeParse({
      spans: [
        span(0, 3, [
          [0, 1],
          [2, 9],
        ]),
      ],
    })
    expect(read.error?.issues[0]?.path).toEqual(['spans', 0, 'fragments'])
  })
})
