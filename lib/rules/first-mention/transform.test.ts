import { expect, it } from 'vitest'
import { mentionsIn, obey } from '@/prisma/factories/obeyed-answers'

it('keeps of mentions of the same words and label the first', () => {
  const text = 'Wick met WICK and Wick , the Wick .'
  const gold = mentionsIn(text, [
    ['Wick', 'place'],
    ['WICK', 'place'],
    ['Wick', 'place', 2],
    ['Wick', 'org', 3],
  ])
  expect(obey('first-mention', { letters: 'exact' }, { text, gold }).answer).toEqual({
    place: ['Wick', 'WICK'],
    org: ['Wick'],
  })
  expect(obey('first-mention', { letters: 'folded' }, { text, gold }).answer).toEqual({
    place: ['Wick'],
    org: ['Wick'],
  })
})
