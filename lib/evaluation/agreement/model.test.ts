import { describe, expect, it } from 'vitest'
import { cohenOf } from '@/lib/evaluation/agreement/cohen'
import { fleissOf } from '@/lib/evaluation/agreement/fleiss'
import { coincidencesOf, krippendorffOf } from '@/lib/evaluation/agreement/krippendorff'
import { type Level, type Pattern, undefinedFor } from '@/lib/evaluation/agreement/model'
import { percentOf } from '@/lib/evaluation/agreement/percent'

const DIGITS = 9

/** Four observers, twelve units, missing ratings (Krippendorff, "Computing Krippendorff's alpha-reliability", 2011). */
const KRIPPENDORFF = [
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
].map((row) => row.split(' '))
const numbers = [1, 2, 3, 4, 5]

/** Thirty patients, six psychiatrists, five diagnoses (Fleiss 1971, table 1). */
const FLEISS =
  `00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031 00501 30012 51000
  02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006`
    .split(/\s+/)
    .map((unit) => ({ given: [...unit].map(Number), units: 1 }))

function patternsOf(table: string[][]): Pattern[] {
  return table[0]!.map((_, unit) => ({
    given: numbers.map((value) => table.filter((row) => row[unit] === String(value)).length),
    units: 1,
  }))
}

function alpha(level: Level, patterns: Pattern[], values: readonly number[] = numbers) {
  return krippendorffOf(coincidencesOf(patterns, values.length), { level, values })
}

describe('Krippendorff’s alpha', () => {
  it.each([
    ['nominal', 0.7434210526],
    ['ordinal', 0.8153875038],
    ['interval', 0.8491071429],
    ['ratio', 0.7974027747],
  ] as const)('is that of the published example: %s', (level, published) => {
    expect(alpha(level, patternsOf(KRIPPENDORFF)).value).toBeCloseTo(published, DIGITS)
  })

  it('rests on the published coincidences, without the unit that one observer rated', () => {
    const matrix = coincidencesOf(patternsOf(KRIPPENDORFF), numbers.length)
    expect(matrix.flat().reduce((sum, pairs) => sum + pairs, 0)).toBeCloseTo(40, DIGITS)
    expect(matrix[0]![0]).toBeCloseTo(7, DIGITS)
    expect(matrix[0]!.slice(1)).toEqual(
      [4 / 3, 1 / 3, 1 / 3, 0].map((pairs) => expect.closeTo(pairs, DIGITS)),
    )
    for (const [c, row] of matrix.entries())
      for (const [k, pairs] of row.entries()) expect(pairs).toBeCloseTo(matrix[k]![c]!, DIGITS)
  })

  it('is 1 where all agree and there was something to disagree about', () => {
    const patterns = [
      { given: [3, 0, 0], units: 5 },
      { given: [0, 0, 3], units: 2 },
    ]
    expect(alpha('ratio', patterns, [0, 1, 2])).toEqual({ value: 1 })
  })

  it('says why it is undefined', () => {
    expect(alpha('nominal', [{ given: [1, 0], units: 9 }], [0, 1])).toEqual(undefinedFor('no-pairs'))
    expect(alpha('nominal', [{ given: [2, 0], units: 9 }], [0, 1])).toEqual(undefinedFor('one-value'))
    expect(alpha('ratio', [{ given: [1, 1], units: 9 }], [-1, 1])).toEqual(undefinedFor('below-zero'))
  })
})

describe('Cohen’s kappa', () => {
  it.each([
    [
      'Artstein and Poesio, “Inter-coder agreement for computational linguistics”, 2008, table 1',
      [
        [20, 20],
        [10, 50],
      ],
      0.16 / 0.46,
    ],
    [
      'the two readers of fifty grant proposals',
      [
        [20, 5],
        [10, 15],
      ],
      0.4,
    ],
  ])('is that of %s', (_source, table, published) => {
    expect(cohenOf(table).value).toBeCloseTo(published, DIGITS)
  })

  it('is below zero where two agree less than by chance', () => {
    const table = [
      [0, 5],
      [5, 0],
    ]
    expect(cohenOf(table)).toEqual({ value: -1 })
  })

  it('says why it is undefined', () => {
    expect(cohenOf([[0, 0], [0, 0]])).toEqual(undefinedFor('no-pairs')) // biome-ignore format: two tables side by side
    expect(cohenOf([[7, 0], [0, 0]])).toEqual(undefinedFor('one-value')) // biome-ignore format: two tables side by side
  })
})

describe('Fleiss’ kappa', () => {
  it('is that of the published example', () => {
    const { kappa, raters, units } = fleissOf(FLEISS)
    expect({ raters, units }).toEqual({ raters: 6, units: 30 })
    expect(percentOf(FLEISS).value).toBeCloseTo(250 / 450, DIGITS) // P = 0.556 there
    const byChance = (26 ** 2 + 26 ** 2 + 30 ** 2 + 55 ** 2 + 43 ** 2) / 180 ** 2 // P_e = 0.220 there
    expect(kappa.value).toBeCloseTo((250 / 450 - byChance) / (1 - byChance), DIGITS)
    expect(kappa.value).toBeCloseTo(0.43, 3)
  })

  it('is of the units with as many raters as most have', () => {
    const patterns = [
      { given: [2, 0], units: 4 },
      { given: [1, 1], units: 4 },
      { given: [3, 0], units: 2 },
    ]
    expect(fleissOf(patterns)).toMatchObject({ raters: 2, units: 8 })
  })

  it('says why it is undefined', () => {
    expect(fleissOf([]).kappa).toEqual(undefinedFor('no-pairs'))
    expect(fleissOf([{ given: [0, 3], units: 8 }]).kappa).toEqual(undefinedFor('one-value'))
  })
})
