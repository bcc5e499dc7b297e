import { describe, expect, it } from 'vitest'
import { fittingDrafter, missedAlone } from '@/components/models/draft-order'

const drafter = { id: 'a', roles: { drafter: { model: 'small' } } }
const judge = { id: 'b', roles: { drafter: { model: 'large' }, judge: { model: 'large' } } }
const by = (connectionId: string) => ({ connectionId })

describe('who is asked for an order', () => {
  it('is who was chosen, as long as they can do it', () => {
    expect(fittingDrafter({ kind: 'guideline', by: 'miner' }, [drafter])).toBe('miner')
    expect(fittingDrafter({ kind: 'rule', by: by('b') }, [drafter, judge])).toEqual(by('b'))
  })

  it('is a service with a model for the work, where the chosen one has none', () => {
    expect(fittingDrafter({ kind: 'advice', by: by('a') }, [drafter, judge])).toEqual(by('b'))
    expect(fittingDrafter({ kind: 'translation', by: 'miner' }, [drafter, judge])).toEqual(by('a'))
    expect(fittingDrafter({ kind: 'guideline', by: by('gone') }, [drafter])).toBe('miner')
  })

  it('is nobody where only a model can do it and none is there for it', () => {
    expect(fittingDrafter({ kind: 'advice', by: by('a') }, [drafter])).toBeNull()
    expect(fittingDrafter({ kind: 'paraphrase', by: 'miner' }, [])).toBeNull()
  })
})

describe('what an order missed', () => {
  const missed = (...pairs: [string, 'truncated' | 'refused' | 'faulty'][]) =>
    pairs.map(([key, outcome]) => ({ key, outcome, why: '', callIds: [] }))

  it('is asked again by itself, where the order can be told of a part', () => {
    const labels = missed(['vessel', 'truncated'], ['place', 'faulty'], ['person', 'refused'])
    expect(missedAlone('draft-guidelines', labels)).toEqual({
      jobKind: 'draft-guidelines',
      labels: ['vessel', 'person'],
    })
    const formats = missed(['csv', 'refused'], ['A table of pairs', 'faulty'])
    expect(missedAlone('draft-formats', formats)).toEqual({ jobKind: 'draft-formats', carriers: ['csv'] })
  })

  it('is not, where all was answered or the order knows no parts', () => {
    expect(missedAlone('draft-formats', missed(['A table', 'faulty']))).toBeNull()
    expect(missedAlone('draft-rules', missed(['Politics', 'refused']))).toBeNull()
  })
})
