import { describe, expect, it } from 'vitest'
import { tieBreak } from '@/lib/rules/tie-break/transform'
import { mentionsIn, obey } from '@/prisma/factories/obeyed-answers'

const parameters = { prefer: 'politician', over: ['person'], when: 'same-span' }

describe('of two labels that fit', () => {
  it('one mention, one is chosen: at the same place, or where they overlap', () => {
    const text = 'Ann Moor met Bo .'
    const gold = mentionsIn(text, [
      ['Ann Moor', 'politician'],
      ['Ann Moor', 'person'],
      ['Moor', 'person'],
      ['Bo', 'person'],
    ])
    expect(obey('tie-break', parameters, { text, gold }).answer).toEqual({
      politician: ['Ann Moor'],
      person: ['Moor', 'Bo'],
    })
    expect(obey('tie-break', { ...parameters, when: 'overlapping' }, { text, gold }).answer).toEqual({
      politician: ['Ann Moor'],
      person: ['Bo'],
    })
  })

  it('one text, one pair of ends or one trigger, too', () => {
    const classes = {
      text: 'x',
      gold: { labels: ['person', 'politician'], multi: true },
      form: 'tc' as const,
    }
    expect(obey('tie-break', parameters, classes).answer).toEqual({ label: ['politician'] })
    const ends = [0, 1].map((start) => ({ start, end: start + 1, label: '' }))
    const relations = ['politician', 'person'].map((type) => ({ type, head: 0, tail: 1 }))
    const pair = { text: 'ab', gold: { entities: ends, relations }, form: 're' as const }
    expect(obey('tie-break', parameters, pair).answer).toEqual({
      politician: [{ head: 'a', tail: 'b' }],
      person: [],
    })
    const events = ['politician', 'person'].map((type) => ({
      type,
      trigger: { start: 0, end: 1 },
      arguments: [],
    }))
    expect(obey('tie-break', parameters, { text: 'ab', gold: { events }, form: 'eet' }).answer).toEqual({
      politician: ['a'],
      person: [],
    })
  })

  it('is refused where a label would be preferred over itself', () => {
    expect(tieBreak.parameters.safeParse({ ...parameters, over: ['politician'] }).success).toBe(false)
  })
})
