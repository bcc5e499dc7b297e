import { describe, expect, it } from 'vitest'
import { findLabelVariants } from '@/lib/corpora/problems/find-label-variants'

function variantsOf(...labels: string[]): string[][] {
  const counts = labels.map((label, at) => ({ label, items: labels.length - at, instances: 1 }))
  return findLabelVariants(counts).map((group) => group.map(({ label }) => label))
}

describe('labels that look like spellings of one another', () => {
  it.each([
    [['politicalparty', 'political_party', 'Political Party', 'PoliticalParty']],
    [['person', 'PERSON', 'Persons']],
    [['city', 'cities']],
    [['class', 'classes']],
    [['organisation', 'organization']],
    [['university', 'univeristy']],
    [['country', 'contry']],
    [['ＯＲＧ', 'org']],
    [['组织-机构', '组织机构']],
  ])('%j are one group', (labels) => {
    expect(variantsOf(...labels)).toEqual([labels])
  })

  it.each([
    [['LOC', 'LAW', 'ORG']],
    [['male', 'female']],
    [['step-01', 'step-02']],
    [['人名', '地名']],
    [['import', 'export']],
    [['news', 'newt']],
  ])('%j are labels of their own', (labels) => {
    expect(variantsOf(...labels)).toEqual([])
  })

  it('puts first what occurs most, and reaches over several steps', () => {
    expect(variantsOf('location', 'lokation', 'Lokations', 'person')).toEqual([
      ['location', 'lokation', 'Lokations'],
    ])
  })

  it('looks through the most labels that a corpus can have in little time', () => {
    const labels = Array.from({ length: 5_000 }, (_, at) => ({
      label: `label of number ${at} ${String.fromCharCode(97 + (at % 26)).repeat(9)}`,
      items: 1,
      instances: 1,
    }))
    const startedAt = performance.now()
    findLabelVariants(labels)
    expect(performance.now() - startedAt).toBeLessThan(5_000)
  })
})
