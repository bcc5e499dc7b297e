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

it('keeps of nested mentions the innermost, among all labels or those of one', () => {
  expect(obey('innermost-span', { among: 'any-label' }, { text, gold }).answer).toEqual({
    org: ['Bank', 'Wick Bank', 'Bank of Ostrey'],
    place: ['Wick', 'Wick'],
  })
  expect(obey('innermost-span', { among: 'same-label' }, { text, gold, labels: ['place'] }).changed).toBe(
    false,
  )
})
