import { describe, expect, it } from 'vitest'
import { partsOf } from '@/components/synthesis/record-parts'
import type { Instruction } from '@/lib/synthesis/model'

const version = (versionId: string, kind: string) => ({
  ...{ versionId, kind, contentHash: 'hash', decisionId: 'decision', decidedBy: 'Ada' },
})

function record(instruction: string, given: Partial<Instruction['provenance']> = {}): Instruction {
  const provenance = {
    ...{ taskForm: 'ner', strategy: 'compound', carrier: 'csv', language: 'en' },
    ...{ corpusId: 'c', instanceId: 'i', ordinal: 1, copy: 0, labels: [], versions: [] },
    ...{ releaseId: 'r', recipeHash: 'h', ...given },
  } as Instruction['provenance']
  return { id: 'x', instruction, input: '', output: '', provenance }
}

const TEXT = [
  'List what the text names.',
  '# Guidelines',
  '## vessel\nDefinition: a ship.\nCounts:\n- boats',
  '## place\nDefinition: a harbour.',
  '# Rules',
  'Keep to these rules:\n- With the article.\n- Longest first.',
  'Answer as CSV.',
].join('\n\n')
const versions = [
  version('g1', 'guideline'),
  version('g2', 'guideline'),
  version('r1', 'rule'),
  version('r2', 'rule'),
  version('f1', 'format'),
]

describe('the lines of an instruction', () => {
  it('are told by the version that says them', () => {
    const rule = { versionId: 'r1', changed: true, beside: 'r2' }
    const parts = partsOf(record(TEXT, { versions, rule, format: 'f1' }))
    const said = parts.flatMap(({ text, from }) => (from ? [[from.versionId, text.split('\n')[0]]] : []))
    expect(said).toEqual([
      ['g1', '## vessel'],
      ['g2', '## place'],
      ['r1', '- With the article.'],
      ['r2', '- Longest first.'],
      ['f1', 'Answer as CSV.'],
    ])
  })

  it('lose and change nothing', () => {
    const rule = { versionId: 'r1', changed: true, beside: 'r2' }
    const parts = partsOf(record(TEXT, { versions, rule, format: 'f1' }))
    const text = parts.map(({ text, opens }, at) => `${at === 0 ? '' : opens ? '\n\n' : '\n'}${text}`)
    expect(text.join('')).toBe(TEXT)
  })

  it('stay with a guideline that has a blank line in its definition', () => {
    const text = 'Task.\n\n# Guidelines\n\n## vessel\nDefinition: a ship.\n\nOr a boat.\n\nAnswer.'
    const parts = partsOf(record(text, { versions: [version('g1', 'guideline')] }))
    expect(parts.filter(({ from }) => from?.versionId === 'g1')).toHaveLength(2)
  })

  it('are ascribed to nothing where the text shows other parts than the provenance names', () => {
    const text = 'Task.\n\n# Guidelines\n\n## vessel\nA ship.\n\n## Not a heading\n\nAnswer.'
    const parts = partsOf(record(text, { versions: [version('g1', 'guideline')] }))
    expect(parts).toEqual([{ text, opens: true, from: null }])
  })

  it('are Gloss’s own in a basic instruction', () => {
    expect(partsOf(record('Task.\n\nAnswer.')).every(({ from }) => from === null)).toBe(true)
  })
})
