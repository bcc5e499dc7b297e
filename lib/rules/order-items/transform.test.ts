import { expect, it } from 'vitest'
import { mentionsIn, obey } from '@/prisma/factories/obeyed-answers'

const text = 'zinc , Ash and ale met Zed .'
const gold = mentionsIn(
  text,
  ['zinc', 'Ash', 'ale', 'Zed'].map((words): [string, string] => [words, 'name']),
)

it.each([
  ['appearance', ['zinc', 'Ash', 'ale', 'Zed']],
  ['last-first', ['Zed', 'ale', 'Ash', 'zinc']],
  ['alphabetical', ['ale', 'Ash', 'Zed', 'zinc']],
  ['reverse-alphabetical', ['zinc', 'Zed', 'Ash', 'ale']],
])('by %s: %j', (by, name) => {
  expect(obey('order-items', { by }, { text, gold }).answer).toEqual({ name })
})

it('by the alphabet, record by record and field by field', () => {
  const entities = [0, 7, 15].map((start) => ({ start, end: start + 3, label: '' }))
  const relations = [
    { type: 'r', head: 0, tail: 2 },
    { type: 'r', head: 1, tail: 2 },
    { type: 'r', head: 1, tail: 0 },
  ]
  const given = { text, gold: { entities, relations }, form: 're' as const }
  expect(obey('order-items', { by: 'alphabetical' }, given).answer).toEqual({
    r: [
      { head: 'Ash', tail: 'ale' },
      { head: 'Ash', tail: 'zin' },
      { head: 'zin', tail: 'ale' },
    ],
  })
  expect(obey('order-items', { by: 'last-first' }, given).changed).toBe(false)
})

it('changes nothing where items that read the same change places', () => {
  const same = mentionsIn('Ash met Ash', [
    ['Ash', 'name'],
    ['Ash', 'name', 2],
  ])
  expect(obey('order-items', { by: 'last-first' }, { text: 'Ash met Ash', gold: same }).changed).toBe(false)
})
