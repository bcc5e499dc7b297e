import { describe, expect, it } from 'vitest'
import { mentionsIn, obey } from '@/prisma/factories/obeyed-answers'

const pairs = [
  ['"', '"'],
  ['(', ')'],
  ['``', "''"],
  ['《', '》'],
]

describe('marks around a mention', () => {
  it.each([
    ['the party ( NDP ) won', 'NDP', '( NDP )'],
    ['he read "Tides" twice', 'Tides', '"Tides"'],
    ["the `` Tides '' again", 'Tides', "`` Tides ''"],
    ['他读《潮汐》。', '潮汐', '《潮汐》'],
    ['("Tides")', 'Tides', '("Tides")'],
    ['a "big Tides" b', 'Tides', 'Tides'],
    ['(see Tides)', 'Tides', 'Tides'],
  ])('in “%s” are part of “%s”: “%s”', (text, work, whole) => {
    const gold = mentionsIn(text, [[work, 'work']])
    expect(obey('enclosing-marks', { mode: 'include', pairs }, { text, gold }).answer).toEqual({
      work: [whole],
    })
  })

  it.each([
    ['"Tides"', 'Tides'],
    ['( "Tides" )', 'Tides'],
    ['(a) and (b)', '(a) and (b)'],
    ['((a) and (b))', '(a) and (b)'],
    ['"a" and "b"', '"a" and "b"'],
    ['( )', '( )'],
    ['"Tides', '"Tides'],
  ])('are left out of “%s”: “%s”', (work, bare) => {
    const gold = mentionsIn(work, [[work, 'work']])
    expect(obey('enclosing-marks', { mode: 'drop', pairs }, { text: work, gold }).answer).toEqual({
      work: [bare],
    })
  })
})
