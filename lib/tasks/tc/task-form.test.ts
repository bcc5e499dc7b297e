import { describe, expect, it } from 'vitest'
import { tcForm } from '@/lib/tasks/tc/task-form'

const candidates = (...labels: string[]) => labels.map((label) => ({ label, fields: [] }))

describe('classification', () => {
  it('answers with the classes that are asked for, in the order asked, and no others', () => {
    const gold = tcForm.canonical({ labels: ['sport', 'law', 'sport', 'art'], multi: true })
    expect(gold.labels).toEqual(['art', 'law', 'sport'])
    expect(tcForm.labelsIn(gold)).toEqual(['art', 'law', 'sport'])
    expect(tcForm.lower('…', gold, candidates('sport', 'war', 'art', 'sport'))).toEqual({
      answer: [{ label: 'label', items: ['sport', 'art'] }],
      places: [[null, null]],
    })
  })

  it('answers nothing where none of the classes fits', () => {
    const none = { labels: [], multi: false }
    expect(tcForm.lower('…', none, candidates('sport')).answer).toEqual([{ label: 'label', items: [] }])
    expect(tcForm.faults('…', none)).toEqual([])
  })

  it('allows several classes only where the corpus does', () => {
    expect(tcForm.faults('…', { labels: ['a', 'b', ' '], multi: true })).toEqual(['labels[2]: it is empty.'])
    expect(tcForm.faults('…', { labels: ['a', 'b'], multi: false })).toEqual([
      'labels: there are 2, and one at most is allowed.',
    ])
  })
})
