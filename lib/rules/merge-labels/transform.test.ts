import { expect, it } from 'vitest'
import { applyRule } from '@/lib/rules/apply-rule'
import { mentionsIn, obey } from '@/prisma/factories/obeyed-answers'

const text = 'Ann met Bo in Wick .'
const gold = mentionsIn(text, [
  ['Ann', 'politician'],
  ['Bo', 'person'],
  ['Wick', 'place'],
])

it('asks for and answers several labels under one name', () => {
  const given = { text, gold }
  expect(obey('merge-labels', { labels: ['politician', 'person'], into: 'human' }, given).answer).toEqual({
    human: ['Ann', 'Bo'],
    place: ['Wick'],
  })
  expect(obey('merge-labels', { labels: ['politician'], into: 'person' }, given).answer).toEqual({
    person: ['Ann', 'Bo'],
    place: ['Wick'],
  })
  expect(
    obey('merge-labels', { labels: ['politician'], into: 'x' }, { ...given, labels: ['place'] }).changed,
  ).toBe(false)
})

it('asks for each label once, where the first of them stood, with the fields of all', () => {
  const rule = {
    scope: { labels: [] },
    transform: { name: 'merge-labels' as const, parameters: { labels: ['a', 'b'], into: 'c' } },
  }
  const asked = [
    { label: 'a', fields: ['who'] },
    { label: 'x', fields: [] },
    { label: 'b', fields: ['what', 'who'] },
  ]
  const given = { text: '', gold: { events: [] }, form: 'ee' as const, language: 'en', asked }
  expect(applyRule(rule, given).asked).toEqual([
    { label: 'c', fields: ['who', 'what'] },
    { label: 'x', fields: [] },
  ])
})

it('renames events of which no argument or trigger is known', () => {
  const events = [{ type: 'a', trigger: null, arguments: [] }]
  const rule = {
    scope: { labels: [] },
    transform: { name: 'merge-labels' as const, parameters: { labels: ['a'], into: 'c' } },
  }
  const asked = [{ label: 'a', fields: ['who'] }]
  const given = { text: '', gold: { events }, form: 'eea' as const, language: 'en', asked }
  expect(applyRule(rule, given).lowered.answer).toEqual([
    { label: 'c', items: [{ trigger: null, who: null }] },
  ])
})
