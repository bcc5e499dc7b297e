import { describe, expect, it } from 'vitest'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import { canonicalReGold } from '@/lib/tasks/re/gold'

const TEXT = '🚢 Ida Berg, born in Oslo, wrote Tides and Salt in Oslo.'
const at = (words: string) => {
  const start = [...TEXT.slice(0, TEXT.indexOf(words))].length
  return { start, end: start + [...words].length }
}
const works: [number, number][] = [
  [at('Tides').start, at('Tides').end],
  [at('Salt').start, at('Salt').end],
]
const gold = canonicalReGold({
  entities: [
    { ...at('Ida Berg'), label: 'person', attributes: { name: 'I. Berg', title: 'author' } },
    { ...at('Oslo'), label: 'place' },
    { start: works[0]![0], end: works[1]![1], fragments: works, label: '' },
  ],
  relations: [
    { type: 'born in', head: 0, tail: 1 },
    { type: 'wrote in', head: 0, tail: 1 },
    { type: 'wrote', head: 0, tail: 2 },
  ],
})
const ask = (label: string, ...fields: string[]) => ({ label, fields })

describe('lowering relations', () => {
  it('gives both ends of each, under every relation that holds between them', () => {
    const schema = [ask('wrote'), ask('born in'), ask('died in'), ask('wrote in')]
    expect(findTaskForm('re').lower(TEXT, gold, schema)).toEqual({
      answer: [
        { label: 'wrote', items: [{ head: 'Ida Berg', tail: 'Tides Salt' }] },
        { label: 'born in', items: [{ head: 'Ida Berg', tail: 'Oslo' }] },
        { label: 'died in', items: [] },
        { label: 'wrote in', items: [{ head: 'Ida Berg', tail: 'Oslo' }] },
      ],
      places: [[null], [null], [], [null]],
    })
  })

  it('gives triples the types of their ends, null where the source has none', () => {
    expect(findTaskForm('spo').lower(TEXT, gold, [ask('wrote')]).answer).toEqual([
      {
        label: 'wrote',
        items: [{ subject: 'Ida Berg', subject_type: 'person', object: 'Tides Salt', object_type: null }],
      },
    ])
  })

  it('describes entities by attributes and by relations that go out from them', () => {
    const kg = findTaskForm('kg')
    expect(kg.labelsIn(gold)).toEqual(['person', 'place'])
    const fields = ['name_', 'title', 'born in', 'wrote in', 'wrote']
    expect(kg.fieldsIn(gold)).toEqual(
      new Map([
        ['person', fields],
        ['place', []],
      ]),
    )
    const schema = [ask('place', 'born in'), ask('person', 'wrote', 'title', 'died in', 'name_')]
    expect(kg.groups(schema)[1]!.fields).toEqual(['name', 'wrote', 'title', 'died in', 'name_'])
    expect(kg.lower(TEXT, gold, schema).answer).toEqual([
      { label: 'place', items: [{ name: 'Oslo', 'born in': null }] },
      {
        label: 'person',
        items: [
          { name: 'Ida Berg', wrote: 'Tides Salt', title: 'author', 'died in': null, name_: 'I. Berg' },
        ],
      },
    ])
  })

  it('lists several values of a property, each once', () => {
    const both = canonicalReGold({
      entities: [
        { ...at('Ida Berg'), label: 'person', attributes: { town: 'Oslo' } },
        { ...at('Oslo'), label: 'place' },
        { ...at('Salt'), label: 'place' },
      ],
      relations: [
        { type: 'town', head: 0, tail: 1 },
        { type: 'town', head: 0, tail: 2 },
      ],
    })
    const { answer } = findTaskForm('kg').lower(TEXT, both, [ask('person', 'town')])
    expect(answer[0]!.items).toEqual([{ name: 'Ida Berg', town: ['Oslo', 'Salt'] }])
  })
})
