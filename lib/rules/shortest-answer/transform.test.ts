import { expect, it } from 'vitest'
import { obey } from '@/prisma/factories/obeyed-answers'

const text = 'in the town of Wick'
const answers = [
  { text: 'the town of Wick', start: 3 },
  { text: 'Wick', start: 15 },
  { text: 'town', start: 7 },
]

it('gives the shortest of several wordings, the first of equals; choices stay', () => {
  const gold = { question: 'Where?', answers, answerable: true }
  expect(obey('shortest-answer', {}, { text, gold, form: 'mrc' }).answer).toEqual({ answer: ['town'] })
  const options = answers.map((one) => one.text)
  expect(obey('shortest-answer', {}, { text, gold: { ...gold, options }, form: 'mrc' }).changed).toBe(false)
})
