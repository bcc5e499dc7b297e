import { describe, expect, it } from 'vitest'
import { obey, placeOf } from '@/prisma/factories/obeyed-answers'

const answerOf = (text: string, answer: string) => {
  const { start } = placeOf(text, answer)
  const gold = { question: 'Who?', answers: [{ text: answer, start }], answerable: true }
  return obey('full-sentence', {}, { text, gold, form: 'mrc' }).answer.answer
}

describe('the sentence of an answer', () => {
  it.each([
    ['It rained. Ann left Wick. Bo stayed.', 'Wick', 'Ann left Wick.'],
    ['Mr. Moor of the U.S. Navy left. Bo stayed.', 'Navy', 'Mr. Moor of the U.S. Navy left.'],
    ['He paid 3.5 pounds! Why? 🚢 No one knew', 'No one', '🚢 No one knew'],
    ['"Ann left." He laughed.', 'Ann', '"Ann left."'],
    ['下雨了。王伟离开澜湾！他没回来。', '澜湾', '王伟离开澜湾！'],
    ['第一行\n王伟在此\n第三行', '王伟', '王伟在此'],
    ['Ann left. Bo stayed. Ida wept.', 'left. Bo', 'Ann left. Bo stayed.'],
    ['J. R. Moor left.', 'Moor', 'J. R. Moor left.'],
  ])('in “%s” around “%s” is “%s”', (text, answer, sentence) => {
    expect(answerOf(text, answer)).toEqual([sentence])
  })

  it('is not for choices, nor for answers that do not stand in the text', () => {
    const text = 'Ann left. Bo stayed.'
    const choice = {
      question: 'Who?',
      answers: [{ text: 'Ann', start: 0 }],
      answerable: true,
      options: ['Ann', 'Bo'],
    }
    const free = { question: 'Who?', answers: [{ text: 'Ann Moor' }], answerable: true }
    for (const gold of [choice, free])
      expect(obey('full-sentence', {}, { text, gold, form: 'mrc' }).changed).toBe(false)
  })
})
