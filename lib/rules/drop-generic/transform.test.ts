import { expect, it } from 'vitest'
import { mentionsIn, obey } from '@/prisma/factories/obeyed-answers'

it('leaves out mentions in lower case only; digits, capitals and writing without case stay', () => {
  const text = 'the crew of vitamin b12 met iPhone users , l’équipe and 船员 .'
  const gold = mentionsIn(
    text,
    ['crew', 'vitamin b12', 'iPhone', 'l’équipe', '船员'].map((words): [string, string] => [words, 'name']),
  )
  expect(obey('drop-generic', {}, { text, gold }).answer).toEqual({ name: ['vitamin b12', 'iPhone', '船员'] })
})
