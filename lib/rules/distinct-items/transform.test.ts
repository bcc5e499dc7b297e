import { expect, it } from 'vitest'
import { mentionsIn, obey, placeOf } from '@/prisma/factories/obeyed-answers'

it('lists the same words once under a label, and the same record once', () => {
  const text = 'Wick met Wick and Bo .'
  const gold = mentionsIn(text, [
    ['Wick', 'place'],
    ['Wick', 'place', 2],
    ['Bo', 'person'],
  ])
  expect(obey('distinct-items', {}, { text, gold }).answer).toEqual({ place: ['Wick'], person: ['Bo'] })
  const [one, other, bo] = [placeOf(text, 'Wick'), placeOf(text, 'Wick', 2), placeOf(text, 'Bo')]
  const relations = {
    entities: [one, other, bo].map((place) => ({ ...place, label: '' })),
    relations: [
      { type: 'met', head: 0, tail: 2 },
      { type: 'met', head: 1, tail: 2 },
    ],
  }
  expect(obey('distinct-items', {}, { text, gold: relations, form: 're' }).answer).toEqual({
    met: [{ head: 'Wick', tail: 'Bo' }],
  })
})
