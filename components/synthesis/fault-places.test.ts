import { describe, expect, it } from 'vitest'
import { faultPlaces } from '@/components/synthesis/fault-places'

const about = (params: Record<string, string | number>) => ({ fault: { name: 'said', params } })

describe('the places that a fault is about', () => {
  it('are found without case, in code points, each occurrence once', () => {
    const text = '🐋 The Grey Petrel, the grey petrel'
    expect(faultPlaces(text, about({ words: 'grey petrel' }))).toEqual([
      { start: 6, end: 17 },
      { start: 23, end: 34 },
    ])
    expect(faultPlaces('aaaa', about({ words: 'aa' }))).toHaveLength(2)
  })

  it('are none for numbers, single letters and what was written down before faults had names', () => {
    expect(faultPlaces('12 a', about({ length: 12, words: 'a' }))).toEqual([])
    expect(faultPlaces('12 a', {})).toEqual([])
  })
})
