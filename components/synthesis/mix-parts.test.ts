import { describe, expect, it } from 'vitest'
import { mixPartsOf, sumBy } from '@/components/synthesis/mix-parts'

const mix = { 'ner/basic/csv': 6, 'ner/guideline+format/yaml': 10, 'tc/rule/csv': 3 }

describe('the mix of a run', () => {
  it('is read from its counts, the largest part first', () => {
    expect(mixPartsOf(mix)).toEqual([
      { taskForm: 'ner', strategies: ['guideline', 'format'], carrier: 'yaml', amount: 10 },
      { taskForm: 'ner', strategies: [], carrier: 'csv', amount: 6 },
      { taskForm: 'tc', strategies: ['rule'], carrier: 'csv', amount: 3 },
    ])
  })

  it('adds up by what parts have in common', () => {
    const sums = sumBy(mixPartsOf(mix), ({ taskForm }) => taskForm)
    expect(sums.map(({ key, amount, own }) => [key, amount, own.length])).toEqual([
      ['ner', 16, 2],
      ['tc', 3, 1],
    ])
  })
})
