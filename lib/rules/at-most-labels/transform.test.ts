import { expect, it } from 'vitest'
import { obey } from '@/prisma/factories/obeyed-answers'

const given = (labels: string[], scope: string[] = []) => ({
  text: 'x',
  gold: { labels, multi: true },
  form: 'tc' as const,
  labels: scope,
})

it('keeps the labels that come first in the order, in the order of the answer', () => {
  const parameters = { count: 2, order: ['fee', 'card'] }
  expect(obey('at-most-labels', parameters, given(['account', 'card', 'fee'])).answer).toEqual({
    label: ['card', 'fee'],
  })
  expect(obey('at-most-labels', { count: 1, order: [] }, given(['b', 'a'])).answer).toEqual({ label: ['a'] })
  expect(obey('at-most-labels', parameters, given(['card', 'fee'])).changed).toBe(false)
})

it('counts and takes away only labels in scope', () => {
  const scoped = given(['account', 'card', 'fee'], ['card', 'fee'])
  expect(obey('at-most-labels', { count: 1, order: ['fee'] }, scoped).answer).toEqual({
    label: ['account', 'fee'],
  })
})
