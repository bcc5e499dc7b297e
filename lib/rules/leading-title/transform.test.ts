import { describe, expect, it } from 'vitest'
import { mentionsIn, obey } from '@/prisma/factories/obeyed-answers'

const words = ['President', 'Vice President', 'Prof.', 'Dr.']

describe('a title before a name', () => {
  it.each([
    ['Vice President Moor spoke', 'Moor', 'Vice President Moor'],
    ['Prof. Dr. Ann Moor spoke', 'Ann Moor', 'Prof. Dr. Ann Moor'],
    ['the president Moor spoke', 'Moor', 'Moor'],
    ['Ex-President of Moor', 'Moor', 'Moor'],
  ])('in “%s” belongs to “%s”: “%s”', (text, name, whole) => {
    const gold = mentionsIn(text, [[name, 'person']])
    expect(obey('leading-title', { mode: 'include', words }, { text, gold }).answer).toEqual({
      person: [whole],
    })
  })

  it('is left out, but for a mention of nothing else', () => {
    const text = 'Prof. Dr. Moor met President Dr. .'
    const gold = mentionsIn(text, [
      ['Prof. Dr. Moor', 'person'],
      ['President', 'person'],
    ])
    expect(obey('leading-title', { mode: 'drop', words }, { text, gold }).answer).toEqual({
      person: ['Moor', 'President'],
    })
  })
})
