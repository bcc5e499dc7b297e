import { expect, it } from 'vitest'
import { obey } from '@/prisma/factories/obeyed-answers'

const parameters = { count: 2, words: ['in', 'on', '在'] }
const argumentsOf = (given: string[]) => {
  const gold = { tuples: [{ predicate: { text: 'p' }, arguments: given.map((text) => ({ text })) }] }
  const { answer } = obey('first-arguments', parameters, { text: 'x', gold, form: 'openie' })
  return (answer.tuples![0] as { arguments: unknown }).arguments
}

it.each([
  [
    ['Ann', 'a book', 'in 1990'],
    ['Ann', 'a book'],
  ],
  [
    ['Ann', 'a book', 'On Monday', 'in Wick'],
    ['Ann', 'a book'],
  ],
  [
    ['Ann', 'Bo', 'a book'],
    ['Ann', 'Bo', 'a book'],
  ],
  [
    ['Ann', 'in Wick', 'a book', 'in May'],
    ['Ann', 'in Wick', 'a book'],
  ],
  [
    ['Ann', 'in Wick'],
    ['Ann', 'in Wick'],
  ],
  [
    ['Ann', 'a book', 'inside'],
    ['Ann', 'a book', 'inside'],
  ],
  [
    ['王伟', '书', '在澜湾'],
    ['王伟', '书'],
  ],
])('of %j it keeps %j: what only adds goes, as long as it stands last', (given, kept) => {
  expect(argumentsOf(given)).toEqual(kept)
})
