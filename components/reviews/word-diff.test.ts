import { describe, expect, it } from 'vitest'
import { changesBetween, wordChanges } from '@/components/reviews/word-diff'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'

const shown = (changes: { kind: string; text: string }[]) =>
  changes
    .map(({ kind, text }) => (kind === 'added' ? `[+${text}]` : kind === 'removed' ? `[-${text}]` : text))
    .join('')

describe('the difference of two texts', () => {
  it('is told by words', () => {
    expect(shown(wordChanges('A person who holds office.', 'A person who held office.', 'en'))).toBe(
      'A person who [-holds][+held] office.',
    )
  })

  it('is told by words in Chinese too, not by whole sentences', () => {
    const changes = wordChanges('市长属于职务。', '市长不属于职务。', 'zh')
    expect(
      changes
        .filter((change) => change.kind !== 'same')
        .map((change) => change.text)
        .join(''),
    ).toContain('不')
    expect(changes.some((change) => change.kind === 'same' && change.text.includes('职务'))).toBe(true)
  })

  it('loses no character of either text', () => {
    const [before, after] = ['Ships 🚢 and boats.', 'Ships 🚢, ferries and boats!']
    const changes = wordChanges(before, after, 'en')
    const side = (kind: string) =>
      changes
        .filter((c) => c.kind !== kind)
        .map((c) => c.text)
        .join('')
    expect(side('added').replace(/\s/g, '')).toBe(before.replace(/\s/g, ''))
    expect(side('removed').replace(/\s/g, '')).toBe(after.replace(/\s/g, ''))
  })

  it('names only the sections that changed, and whole lines that came or went', () => {
    const base = {
      language: 'en',
      definition: 'A ship.',
      includes: ['Ferries'],
      excludes: ['Classes'],
      questions: [],
      typical: [],
      positives: [],
      negatives: [],
      paraphrases: { en: [], zh: [] },
    } as unknown as GuidelineContent
    const after = { ...base, includes: ['Ferries', 'Tugs'], excludes: [] }
    const kind = 'guideline'
    expect(changesBetween({ kind, content: base }, { kind, content: after })).toEqual([
      { section: 'includes', lines: [[{ kind: 'added', text: 'Tugs' }]] },
      { section: 'excludes', lines: [[{ kind: 'removed', text: 'Classes' }]] },
    ])
  })
})
