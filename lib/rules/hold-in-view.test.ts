import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { applyRule } from '@/lib/rules/apply-rule'
import { findTransform } from '@/lib/rules/find-transform'
import { holdInView } from '@/lib/rules/hold-in-view'
import { type Holding, isInScope, type TransformName, transformNames } from '@/lib/rules/model'
import { findTaskForm, formsOfGold } from '@/lib/tasks/find-task-form'
import { type TaskForm, taskForms } from '@/lib/tasks/model'
import { askedForAll, ruledGolds, ruleParameters, ruleScopes } from '@/prisma/factories/ruled-golds'

const holding = (name: TransformName | null, from: TaskForm, view: TaskForm, labels: string[] = []) =>
  holdInView({ scope: { labels }, transform: name && { name, parameters: {} } }, { from, view })

test.each<[TransformName | null, TaskForm, TaskForm, Holding | null]>([
  ['leading-determiner', 'ee', 'eea', 'as-approved'],
  ['leading-determiner', 'ee', 'eet', null],
  ['leading-determiner', 'eet', 'ee', 'as-approved'],
  ['leading-determiner', 're', 'spo', 'as-approved'],
  ['leading-determiner', 're', 'kg', 'by-both'],
  ['drop-generic', 'kg', 're', 'by-both'],
  ['drop-pronouns', 'ee', 'eea', 'as-approved'],
  ['drop-hedged', 'ee', 'eet', 'as-approved'],
  ['drop-hedged', 'eet', 'eea', 'as-approved'],
  ['tie-break', 're', 'spo', 'as-approved'],
  ['tie-break', 're', 'kg', null],
  ['merge-labels', 'ee', 'eet', 'as-approved'],
  ['merge-labels', 'kg', 'spo', null],
  ['distinct-items', 'ee', 'eea', 'as-approved'],
  ['distinct-items', 'ee', 'eet', null],
  ['order-items', 'spo', 're', 'as-approved'],
  ['order-items', 're', 'kg', null],
  [null, 'ee', 'eet', 'where-changed'],
  [null, 're', 'kg', null],
  ['order-items', 'ner', 're', null],
])('%s of %s, asked as %s: %s', (name, from, view, expected) => {
  expect(holding(name, from, view)).toBe(expected)
})

test('labels of entities are none of relations: a rule about some of them stays where it was approved', () => {
  expect(holding('leading-determiner', 're', 'kg', ['born in'])).toBeNull()
  expect(holding('leading-determiner', 're', 'spo', ['born in'])).toBe('as-approved')
})

const CASES = transformNames.flatMap((name) =>
  findTransform(name).forms.flatMap((from) =>
    formsOfGold(from)
      .filter((view) => view !== from && holding(name, from, view) === 'as-approved')
      .map((view) => [name, from, view] as const),
  ),
)

describe.each(CASES)('%s of %s, asked as %s', (name, from, view) => {
  const cases = fc
    .record({ one: ruledGolds(from), scope: ruleScopes, parameters: ruleParameters[name] })
    .map(({ one, scope, parameters }) => ({
      text: one.text,
      gold: findTaskForm(from).canonical(one.gold),
      rule: { scope, transform: { name, parameters } },
    }))

  it('makes of the gold what was approved, is obeyed by it, and leaves what is out of scope', () => {
    fc.assert(
      fc.property(cases, ({ text, gold, rule }) => {
        fc.pre(!(/"trigger":null/.test(JSON.stringify(gold)) && /"event":/.test(JSON.stringify(gold))))
        const of = { text, form: from, language: 'en', asked: askedForAll }
        const approved = applyRule(rule, { ...of, gold })
        const viewed = applyRule(rule, { ...of, gold, view })
        expect(viewed.gold).toEqual(approved.gold)
        expect(applyRule(rule, { ...of, gold: viewed.gold, view }).lowered).toEqual(viewed.lowered)
        // An event that is the filler of a role reads as its trigger: what changes that, changes the answer that it fills.
        if (/"event":/.test(JSON.stringify(gold))) return
        const about = ({ answer }: { answer: { label: string }[] }) =>
          answer.filter(
            ({ label }) =>
              !isInScope(rule.scope, label) &&
              label !== (rule.transform.parameters as { into?: string }).into,
          )
        expect(about(viewed.lowered)).toEqual(about(findTaskForm(view).lower(text, gold, askedForAll)))
      }),
      { numRuns: 40 },
    )
  })
})

test('every form whose gold is asked in another way has rules that hold there', () => {
  for (const from of taskForms)
    for (const view of formsOfGold(from).filter((one) => one !== from))
      expect(
        transformNames.some((name) => findTransform(name).forms.includes(from) && holding(name, from, view)),
        `${from} as ${view}`,
      ).toBe(true)
})
