import { expect, it } from 'vitest'
import { mentionsIn, obey } from '@/prisma/factories/obeyed-answers'

const words = ['mg', 'mg/day', '%', 'years', '人', '公里']

it.each([
  ['include', 'took 40 mg/day of it', '40', '40 mg/day'],
  ['include', 'took 40mg of it', '40', '40mg'],
  ['include', 'two years later', 'two', 'two years'],
  ['include', 'recent years', 'recent', 'recent'],
  ['include', '约三十公里外', '三十', '三十公里'],
  ['drop', 'took 40 mg', '40 mg', '40'],
  ['drop', 'up 5.2%', '5.2%', '5.2'],
  ['drop', 'in recent years', 'recent years', 'recent years'],
  ['drop', '共有工人', '工人', '工人'],
])('units after numbers: %s in “%s”, “%s” becomes “%s”', (mode, text, amount, obeyed) => {
  const gold = mentionsIn(text, [[amount, 'amount']])
  expect(obey('trailing-unit', { mode, words }, { text, gold }).answer).toEqual({ amount: [obeyed] })
})
