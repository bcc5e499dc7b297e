import { expect, it } from 'vitest'
import { mentionsIn, obey } from '@/prisma/factories/obeyed-answers'

const words = ['$', 'US$', 'RMB']

it.each([
  ['include', 'It cost US$ 40 then', '40', 'US$ 40'],
  ['include', 'It cost RMB 40 then', '40', 'RMB 40'],
  ['include', 'It cost $ many', 'many', 'many'],
  ['drop', 'It cost $40 then', '$40', '40'],
  ['drop', 'The $ fell', '$', '$'],
])('units before numbers: %s in “%s”, “%s” becomes “%s”', (mode, text, amount, obeyed) => {
  const gold = mentionsIn(text, [[amount, 'money']])
  expect(obey('leading-unit', { mode, words }, { text, gold }).answer).toEqual({ money: [obeyed] })
})
