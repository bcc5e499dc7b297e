import { describe, expect, it } from 'vitest'
import { mentionsIn, obey } from '@/prisma/factories/obeyed-answers'

const words = ['Jr.', 'MP', '市长', '副市长', '先生']

describe('a title after a name', () => {
  it.each([
    ['Robert Moor , Jr. spoke', 'Robert Moor', 'Robert Moor , Jr.'],
    ['Ann Moor MP spoke', 'Ann Moor', 'Ann Moor MP'],
    ['Ann Moor MPs', 'Ann Moor', 'Ann Moor'],
    ['澜湾副市长王伟说', '澜湾', '澜湾副市长'],
    ['王伟先生到了', '王伟', '王伟先生'],
  ])('in “%s” belongs to “%s”: “%s”', (text, name, whole) => {
    const gold = mentionsIn(text, [[name, 'person']])
    expect(obey('trailing-title', { mode: 'include', words }, { text, gold }).answer).toEqual({
      person: [whole],
    })
  })

  it.each([
    ['Robert Moor , Jr.', 'Robert Moor'],
    ['王伟市长', '王伟'],
    ['市长', '市长'],
  ])('is left out of “%s”: “%s”', (name, bare) => {
    const gold = mentionsIn(name, [[name, 'person']])
    expect(obey('trailing-title', { mode: 'drop', words }, { text: name, gold }).answer).toEqual({
      person: [bare],
    })
  })
})
