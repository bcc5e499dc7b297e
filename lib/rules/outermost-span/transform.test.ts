import { expect, it } from 'vitest'
import { mentionsIn, obey } from '@/prisma/factories/obeyed-answers'

const text = 'The Bank of Wick in Wick paid Wick Bank of Ostrey .'
const gold = mentionsIn(text, [
  ['Bank of Wick', 'org'],
  ['Bank', 'org'],
  ['Wick', 'place'],
  ['Wick', 'place', 2],
  ['Wick Bank', 'org'],
  ['Bank of Ostrey', 'org'],
])

it('keeps of nested mentions the outermost, among all labels or those of one', () => {
  expect(obey('outermost-span', { among: 'any-label' }, { text, gold }).answer).toEqual({
    org: ['Bank of Wick', 'Wick Bank', 'Bank of Ostrey'],
    place: ['Wick'],
  })
  expect(obey('outermost-span', { among: 'same-label' }, { text, gold }).answer).toEqual({
    org: ['Bank of Wick', 'Wick Bank', 'Bank of Ostrey'],
    place: ['Wick', 'Wick'],
  })
})

it('leaves what lies within a mention out of scope, and two labels of one place', () => {
  expect(obey('outermost-span', { among: 'any-label' }, { text, gold, labels: ['place'] }).changed).toBe(
    false,
  )
  const both = mentionsIn(text, [
    ['Wick', 'org'],
    ['Wick', 'place'],
  ])
  expect(obey('outermost-span', { among: 'any-label' }, { text, gold: both }).changed).toBe(false)
})
