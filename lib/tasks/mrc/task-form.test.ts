import { describe, expect, it } from 'vitest'
import { mrcForm } from '@/lib/tasks/mrc/task-form'

const text = '🚢 Vega came to Rio in May and left Rio in June.'
const at = (words: string, from = 0) => {
  const unit = text.indexOf(words, from)
  return { text: words, start: [...text.slice(0, unit)].length }
}

describe('reading comprehension', () => {
  it('answers with each wording once, in the order of the text, where it first stands', () => {
    const gold = mrcForm.canonical({
      question: 'Which places and months are named?',
      answers: [at('Rio', 20), at('May'), { text: 'June' }, at('Rio')],
      answerable: true,
    })
    expect(mrcForm.lower(text, gold, [])).toEqual({
      answer: [{ label: 'answer', items: ['Rio', 'May', 'June'] }],
      places: [[[{ start: 15, end: 18 }], [{ start: 22, end: 25 }], null]],
    })
    expect(mrcForm.faults(text, gold)).toEqual([])
  })

  it('answers nothing where there is no answer, and keeps those that only look right', () => {
    const gold = mrcForm.canonical({
      question: 'When did Ida come?',
      answers: [],
      answerable: false,
      plausible: [at('May'), at('May')],
    })
    expect(gold.plausible).toEqual([at('May')])
    expect(mrcForm.lower(text, gold, []).answer).toEqual([{ label: 'answer', items: [] }])
    expect(mrcForm.faults(text, gold)).toEqual([])
  })

  it('keeps the options of a question in their order', () => {
    const options = ['June', 'May', 'April']
    const gold = { question: 'When did it come?', answers: [{ text: 'May' }], answerable: true, options }
    expect(mrcForm.canonical(gold)).toEqual(gold)
    expect(mrcForm.faults(text, gold)).toEqual([])
    expect(mrcForm.faults(text, { ...gold, answers: [{ text: 'may' }] })).toEqual([
      'answers[0]: it is not among the options.',
    ])
  })

  it.each([
    [{ question: ' ', answers: [at('Rio')], answerable: true }, 'question: it is empty.'],
    [{ question: '?', answers: [], answerable: true }, 'answers: the question is answerable and has none.'],
    [
      { question: '?', answers: [at('Rio')], answerable: false },
      'answers: the question is unanswerable and has some.',
    ],
    [
      { question: '?', answers: [{ text: 'Rio', start: 14 }], answerable: true },
      'answers[0]: the text has other words from 14 to 17 than it says.',
    ],
    [
      { question: '?', answers: [], answerable: false, plausible: [{ text: 'June', start: 46 }] },
      'plausible[0]: it ends at 50, and the text has 47 characters.',
    ],
  ])('says what does not fit: %#', (gold, fault) => {
    expect(mrcForm.faults(text, gold)).toEqual([fault])
  })
})
