import { expect, it } from 'vitest'
import { locateGold } from '@/lib/quotes/locate-gold'
import { taskForms } from '@/lib/tasks/model'
import { type AnnotateInput, annotateUnderRule } from '@/prompts/annotate-under-rule/contract'
import { askLive, caseOf } from '@/prompts/ask-live.eval'

it('changes all that the rule speaks about and nothing else', async () => {
  const { input } = caseOf('annotate-under-rule', { form: 'ner', language: 'en' })
  const rule = {
    statement: 'The article directly before the name of a party belongs to it.',
    labels: ['party'],
  }
  const said = await askLive(annotateUnderRule('ner'), { ...(input as object), rule })
  expect(said).toMatchObject({
    applies: true,
    answer: {
      spans: [{ quote: 'The Greens' }, { quote: 'the Labour Party' }, { quote: 'Bergen', label: 'city' }],
    },
  })
})

it.each(taskForms)('leaves the answer of %s alone where the rule does not apply', async (form) => {
  const { input } = caseOf('annotate-under-rule', { form, language: 'zh' })
  const given = input as AnnotateInput
  const rule = { statement: '火山名称一律加上“山”字。', labels: [] }
  const said = await askLive(annotateUnderRule(form), { ...given, rule })
  expect(said.applies).toBe(false)
  expect(locateGold(form, { text: given.text, gold: given.gold, quoted: said.answer })).toEqual({
    gold: given.gold,
  })
})
