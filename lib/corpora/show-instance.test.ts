import { describe, expect, it } from 'vitest'
import { showInstance } from '@/lib/corpora/show-instance'
import type { TaskForm } from '@/lib/tasks/model'

const show = (form: TaskForm, text: string, gold: unknown) =>
  showInstance(form, { ordinal: 1, line: 1, text, gold })

describe('an instance as people see it', () => {
  it('shows entities in the text and nothing beside', () => {
    const spans = [
      {
        start: 0,
        end: 23,
        label: 'disorder',
        fragments: [
          [0, 5],
          [16, 23],
        ],
      },
    ]
    const shown = show('ner', 'renal and liver failure', { spans })
    expect(shown).toMatchObject({ spans, answer: [], question: null, turns: [] })
  })

  it('shows events by trigger and role in the text, and as records beside it', () => {
    const gold = {
      events: [
        { type: 'arrival', trigger: { start: 5, end: 12 }, arguments: [{ role: 'who', start: 0, end: 4 }] },
      ],
    }
    const shown = show('ee', 'Mara arrived', gold)
    expect(shown.spans).toEqual([
      { start: 5, end: 12, label: 'arrival' },
      { start: 0, end: 4, label: 'who' },
    ])
    expect(shown.answer).toEqual([{ label: 'arrival', items: [{ trigger: 'arrived', who: 'Mara' }] }])
    expect(show('eet', 'Mara arrived', gold).spans).toEqual([{ start: 5, end: 12, label: 'arrival' }])
  })

  it('shows a question with its options, and where its answer stands', () => {
    const gold = {
      question: 'Who?',
      answers: [{ text: 'Mara', start: 0 }],
      answerable: true,
      options: ['Tom', 'Mara'],
    }
    expect(show('mrc', 'Mara arrived', gold)).toMatchObject({
      question: 'Who?',
      options: ['Tom', 'Mara'],
      spans: [{ start: 0, end: 4, label: 'answer', part: 'answer' }],
      answer: [{ label: 'answer', items: ['Mara'] }],
    })
    const unanswerable = { question: 'When?', answers: [], answerable: false }
    expect(show('mrc', 'Mara arrived', unanswerable).answer).toEqual([{ label: 'answer', items: [] }])
  })

  it('shows the classes of a text, and every turn of a conversation', () => {
    const tc = show('tc', 'Fine weather', { labels: ['good', 'weather'], multi: true })
    expect(tc.answer).toEqual([{ label: 'label', items: ['good', 'weather'] }])
    const turns = [
      { from: 'user', text: 'Hello' },
      { from: 'assistant', text: 'Good day' },
    ]
    expect(show('general', 'Hello', { turns })).toMatchObject({ turns, answer: [], spans: [] })
  })

  it('shows each part of open tuples once, however many tuples share it', () => {
    const mara = { text: 'Mara', start: 0, end: 4 }
    const tuples = [
      { predicate: { text: 'sailed', start: 5, end: 11 }, arguments: [mara] },
      { predicate: { text: 'won', start: 16, end: 19 }, arguments: [mara] },
    ]
    expect(show('openie', 'Mara sailed and won', { tuples }).spans).toHaveLength(3)
  })
})
