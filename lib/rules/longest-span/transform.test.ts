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

it('keeps of mentions that overlap the longest, crossing ones too', () => {
  expect(obey('longest-span', { among: 'any-label' }, { text, gold }).answer).toEqual({
    org: ['Bank of Wick', 'Bank of Ostrey'],
    place: ['Wick'],
  })
  expect(obey('longest-span', { among: 'same-label' }, { text, gold }).answer).toEqual({
    org: ['Bank of Wick', 'Bank of Ostrey'],
    place: ['Wick', 'Wick'],
  })
})

it('keeps the earlier of two that are equally long, and both labels of one place', () => {
  const crossing = mentionsIn('a b c', [
    ['a b', 'x'],
    ['b c', 'x'],
    ['a b', 'y'],
  ])
  expect(obey('longest-span', { among: 'any-label' }, { text: 'a b c', gold: crossing }).answer).toEqual({
    x: ['a b'],
    y: ['a b'],
  })
})
