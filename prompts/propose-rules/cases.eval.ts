import { expect, it } from 'vitest'
import { taskForms } from '@/lib/tasks/model'
import { askLive, caseOf, isChinese } from '@/prompts/ask-live.eval'
import { proposeRules } from '@/prompts/propose-rules/contract'

it.each(taskForms)('proposes different rules of %s, each in both languages', async (form) => {
  const { input } = caseOf('propose-rules', { form, language: 'en' })
  const { rules } = await askLive(proposeRules(form), input)
  expect(new Set(rules.map(({ statement }) => statement.en)).size).toBe(rules.length)
  for (const { statement } of rules)
    expect([isChinese(statement.en), isChinese(statement.zh)]).toEqual([false, true])
})

it('says a boundary that the figures call for by its transform', async () => {
  const { input } = caseOf('propose-rules', { form: 'ner', language: 'en' })
  const figures = [
    { kind: 'before', what: 'the', count: 1150 },
    { kind: 'first', what: 'the', count: 26, against: 1150 },
  ]
  const { rules } = await askLive(proposeRules('ner'), { ...(input as object), figures, known: [] })
  expect(rules.map(({ transform }) => transform?.name)).toContain('leading-determiner')
})
