import { describe, expect, it } from 'vitest'
import { openieForm } from '@/lib/tasks/openie/task-form'

const part = (text: string) => ({ text })

describe('open tuples', () => {
  const text = 'In May 🚢 Vega sold the mill to Ida and left.'

  it('keep two to seven parts', () => {
    const seven = {
      predicate: part('sold'),
      arguments: ['Vega', 'the mill', 'to Ida', 'in May', 'at noon', 'for a song'].map(part),
    }
    const two = { predicate: part('left'), arguments: [part('Vega')] }
    const gold = openieForm.gold.parse({ tuples: [seven, two] })
    expect(openieForm.lower(text, gold, []).answer[0]!.items).toEqual([
      {
        predicate: 'sold',
        arguments: ['Vega', 'the mill', 'to Ida', 'in May', 'at noon', 'for a song'],
      },
      { predicate: 'left', arguments: 'Vega' },
    ])
    const eight = { ...seven, arguments: [...seven.arguments, part('at once')] }
    expect(openieForm.gold.safeParse({ tuples: [eight] }).success).toBe(false)
    expect(openieForm.gold.safeParse({ tuples: [{ ...two, arguments: [] }] }).success).toBe(false)
  })

  it('stand in the order in which they begin in the text, by offsets or by their words', () => {
    const tuples = [
      { predicate: part('exists'), arguments: [part('somewhere')] },
      { predicate: part('was sold'), arguments: [part('the mill')] },
      { predicate: { text: 'sold', start: 14, end: 18 }, arguments: [{ text: 'Vega', start: 9, end: 13 }] },
    ]
    const { answer } = openieForm.lower(text, openieForm.canonical({ tuples }), [])
    expect(answer[0]!.items.map((item) => typeof item !== 'string' && item.predicate)).toEqual([
      'sold',
      'was sold',
      'exists',
    ])
  })

  it('are dropped where they are there twice, unless they stand elsewhere', () => {
    const at = (start: number) => ({
      predicate: { text: 'a', start, end: start + 1 },
      arguments: [part('b')],
    })
    expect(openieForm.canonical({ tuples: [at(4), at(0), at(4)] }).tuples).toEqual([at(0), at(4)])
  })

  it('are told from the text where they do not fit it', () => {
    const tuples = [
      { predicate: { text: 'sold', start: 14, end: 18 }, arguments: [{ text: 'Vega', start: 8, end: 12 }] },
      {
        predicate: { text: 'left', start: 80, end: 84 },
        arguments: [part(' '), { text: 'x', start: 3, end: 3 }],
      },
    ]
    expect(openieForm.faults(text, { tuples })).toEqual([
      'tuples[0].arguments[0]: the text has other words from 8 to 12 than it says.',
      `tuples[1].predicate: it ends at 84, and the text has ${[...text].length} characters.`,
      'tuples[1].arguments[0]: it has no words.',
      'tuples[1].arguments[1]: it starts at 3 and ends at 3, which is no text.',
    ])
    expect(
      openieForm.gold.safeParse({ tuples: [{ predicate: { text: 'a', start: 1 }, arguments: [part('b')] }] })
        .success,
    ).toBe(false)
  })
})
