import { expect, it } from 'vitest'
import { mentionsIn, obey, placeOf } from '@/prisma/factories/obeyed-answers'

const words = ['she', 'it', '他']

it('leaves out mentions that are only a pronoun', () => {
  const text = 'She met Ann ; it rained on Italy .'
  const gold = mentionsIn(text, [
    ['She', 'person'],
    ['Ann', 'person'],
    ['it', 'thing'],
    ['Italy', 'place'],
  ])
  expect(obey('drop-pronouns', { words }, { text, gold }).answer).toEqual({
    person: ['Ann'],
    thing: [],
    place: ['Italy'],
  })
  expect(obey('drop-pronouns', { words }, { text, gold, labels: ['place'] }).changed).toBe(false)
})

it('leaves out relations of such an end, and properties of such an entity', () => {
  const text = 'Ann knows Bo ; she knows Ida .'
  const entities = ['Ann', 'Bo', 'she', 'Ida'].map((name) => ({ ...placeOf(text, name), label: 'person' }))
  const relations = [
    { type: 'knows', head: 0, tail: 1 },
    { type: 'knows', head: 2, tail: 3 },
  ]
  const gold = { entities, relations }
  expect(obey('drop-pronouns', { words }, { text, gold, form: 're' }).answer).toEqual({
    knows: [{ head: 'Ann', tail: 'Bo' }],
  })
  expect(obey('drop-pronouns', { words }, { text, gold, form: 'kg', fields: ['knows'] }).answer).toEqual({
    person: [
      { name: 'Ann', knows: 'Bo' },
      { name: 'Bo', knows: null },
      { name: 'Ida', knows: null },
    ],
  })
})

it('leaves out tuples of such an argument, whether or not it has a place', () => {
  const gold = {
    tuples: [
      { predicate: { text: 'left' }, arguments: [{ text: 'She', start: 0, end: 3 }] },
      { predicate: { text: 'left' }, arguments: [{ text: 'it' }, { text: 'Ann' }] },
      { predicate: { text: 'left' }, arguments: [{ text: 'Ann' }] },
    ],
  }
  expect(obey('drop-pronouns', { words }, { text: 'She left Ann', gold, form: 'openie' }).answer).toEqual({
    tuples: [{ predicate: 'left', arguments: 'Ann' }],
  })
})
