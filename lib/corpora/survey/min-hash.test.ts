import { describe, expect, it } from 'vitest'
import { BANDS, bandsOf, shinglesOf, similarityOf } from '@/lib/corpora/survey/min-hash'

const words = (count: number, from = 0) => Array.from({ length: count }, (_, i) => `w${from + i}`)
const bands = (text: string) => {
  const into = new Uint32Array(BANDS)
  bandsOf(shinglesOf(text), into)
  return into
}
const share = (a: string, b: string) => {
  const other = bands(b)
  return bands(a).filter((band, i) => band === other[i]).length
}

describe('shingles', () => {
  it('are five words in a row, or two Chinese characters', () => {
    expect(shinglesOf(words(9).join(' ')).size).toBe(5)
    expect(shinglesOf('港口区内').size).toBe(3)
    expect(shinglesOf('just three words').size).toBe(1)
    expect(shinglesOf('… !').size).toBe(0)
  })

  it('do not see case, width and signs', () => {
    const a = shinglesOf('The Grey Petrel left the old quay.')
    expect(similarityOf(a, shinglesOf('the ＧＲＥＹ petrel, left the old QUAY'))).toBe(1)
  })

  it('tell how much two texts share', () => {
    const [a, b] = [shinglesOf(words(24).join(' ')), shinglesOf([...words(22), 'x', 'y'].join(' '))]
    expect(similarityOf(a, b)).toBeCloseTo(18 / 22)
    expect(similarityOf(a, shinglesOf(words(24, 100).join(' ')))).toBe(0)
  })
})

it('gives texts with a similarity of 0.8 a band in common in 99 of 100 cases, and unlike ones none', () => {
  let missed = 0
  for (let i = 0; i < 300; i++) {
    const base = words(40, i * 1_000)
    const near = [...base.slice(0, 36), 'a', 'b', 'c', 'd'].join(' ') // 32 of 40 shingles
    if (share(base.join(' '), near) === 0) missed++
    expect(share(base.join(' '), words(40, i * 1_000 + 500).join(' '))).toBe(0)
  }
  expect(missed).toBeLessThanOrEqual(3)
})
