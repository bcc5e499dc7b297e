import { describe, expect, it } from 'vitest'
import { comparedSections } from '@/components/library/compared-sections'
import type { Change } from '@/components/reviews/word-diff'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'

const base: GuidelineContent = {
  label: 'vessel',
  language: 'en',
  definition: 'A ship that sails.',
  includes: ['Ferries', 'Tugs'],
  excludes: [],
  questions: [],
  typical: [],
  positives: [],
  negatives: [],
  paraphrases: { en: [], zh: [] },
}
const kind = 'guideline' as const
const said = (lines: Change[][]) => lines.map((line) => line.map(({ text }) => text).join(''))
const marked = (lines: Change[][]) => lines.flat().filter((change) => change.kind !== 'same')

describe('two contents side by side', () => {
  const other = { ...base, definition: 'A ship that sailed.', includes: ['Ferries', 'Boats', 'Rafts'] }
  const sections = comparedSections({ kind, content: base }, { kind, content: other })

  it('show each side whole, without what neither says', () => {
    expect(sections.map(({ section }) => section)).toEqual(['definition', 'includes'])
    expect(sections.map(({ before }) => said(before))).toEqual([[base.definition], base.includes])
    expect(sections.map(({ after }) => said(after))).toEqual([[other.definition], other.includes])
  })

  it('mark on each side what only it says', () => {
    expect(marked(sections[0]!.before)).toEqual([{ kind: 'removed', text: 'sails' }])
    expect(marked(sections[0]!.after)).toEqual([{ kind: 'added', text: 'sailed' }])
    expect(marked(sections[1]!.after).map(({ text }) => text)).toEqual(['Boats', 'Rafts'])
  })

  it('mark nothing where both say the same', () => {
    const same = comparedSections({ kind, content: base }, { kind, content: base })
    expect(same.flatMap(({ before, after }) => [...marked(before), ...marked(after)])).toEqual([])
  })
})
