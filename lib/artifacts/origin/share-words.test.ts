import { describe, expect, it } from 'vitest'
import { shareOfWords } from '@/lib/artifacts/origin/share-words'

const draft = { by: 'model', text: 'a named ship or boat' } as const

describe('the share of a text that is the drafter’s', () => {
  it('is all of a draft, and what is left of it after an edit', () => {
    expect(shareOfWords([draft], 'model')).toBe(1)
    expect(shareOfWords([draft, { by: 'person', text: 'a named ship or a raft' }], 'model')).toBe(4 / 6)
    expect(shareOfWords([draft, { by: 'person', text: 'none of it' }], 'model')).toBe(0)
    expect(shareOfWords([draft, { by: 'person', text: '' }], 'model')).toBeNull()
  })

  it('leaves out what the draft took over from a text of somebody else', () => {
    const own = { by: 'person', text: 'a vessel that carries a name' } as const
    const reworded = { by: 'model', text: 'a vessel that carries a name 有名字的船' } as const
    expect(shareOfWords([own, reworded], 'model')).toBeCloseTo(0.4)
    expect(shareOfWords([own, reworded, { by: 'person', text: own.text }], 'model')).toBe(0)
    const mined = { by: 'miner', text: own.text } as const
    expect(shareOfWords([mined, reworded], 'miner')).toBeCloseTo(0.6)
  })

  it('counts what models wrote in earlier versions as well', () => {
    const line = [
      draft,
      { by: 'person', text: 'a named ship' },
      { by: 'model', text: 'a named ship 船' },
    ] as const
    expect(shareOfWords(line, 'model')).toBe(1)
  })
})
