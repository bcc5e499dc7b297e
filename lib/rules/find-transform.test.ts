import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyRule, isConcerned } from '@/lib/rules/apply-rule'
import { findTransform, transformsFor } from '@/lib/rules/find-transform'
import { hasOneGroup } from '@/lib/rules/keep-items'
import {
  isInScope,
  type RuleScope,
  ruleFamilies,
  type TransformName,
  transformNames,
} from '@/lib/rules/model'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import { type Lowered, phraseLanguages, taskForms } from '@/lib/tasks/model'
import { askedForAll, ruledGolds, ruleParameters, ruleScopes } from '@/prisma/factories/ruled-golds'

const CASES = transformNames.flatMap((name) => findTransform(name).forms.map((form) => [name, form] as const))

const RUNS = Number(process.env.RULE_RUNS ?? 60)

describe.each(CASES)('%s on %s', (name, formName) => {
  const form = findTaskForm(formName)
  const definition = findTransform(name)
  const cases = fc
    .record({ one: ruledGolds(formName), scope: ruleScopes, parameters: ruleParameters[name] })
    .map(({ one, scope, parameters }) => ({
      text: one.text,
      gold: form.canonical(one.gold),
      rule: { scope, transform: { name, parameters } },
    }))
  const apply = (text: string, gold: unknown, rule: { scope: RuleScope; transform: never | object }) =>
    applyRule(rule as never, { text, gold, form: formName, language: 'en', asked: askedForAll })

  it('gives canonical gold that fits its text, obeys already, and leaves what was given as it was', () => {
    fc.assert(
      fc.property(cases, ({ text, gold, rule }) => {
        const given = structuredClone(gold)
        const ruled = apply(text, gold, rule)
        expect(gold).toStrictEqual(given)
        expect(form.canonical(ruled.gold)).toStrictEqual(ruled.gold)
        expect(form.gold.safeParse(ruled.gold).success).toBe(true)
        expect(form.faults(text, ruled.gold).length).toBeLessThanOrEqual(form.faults(text, gold).length)
        const again = apply(text, ruled.gold, rule)
        expect(again.gold).toBe(ruled.gold)
        expect(again.lowered).toEqual(ruled.lowered)
      }),
      { numRuns: RUNS },
    )
  })

  it('hands back the same object where nothing changes, which then is the answer as it was', () => {
    fc.assert(
      fc.property(cases, ({ text, gold, rule }) => {
        const ruled = apply(text, gold, rule)
        if (!ruled.changed) expect(ruled.lowered.answer).toEqual(form.lower(text, gold, askedForAll).answer)
        if (definition.applyLowered) {
          expect(ruled.gold).toBe(gold)
          const of = { text, form: formName, asked: askedForAll, scope: rule.scope, language: 'en' }
          const parameters = definition.parameters.parse(rule.transform.parameters)
          expect(definition.applyLowered(ruled.lowered, of, parameters)).toBe(ruled.lowered)
        }
        if (ruled.changed && name !== 'merge-labels')
          expect(isConcerned(rule, { text, gold, form: formName, language: 'en' })).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })

  it.skipIf(hasOneGroup(formName))('leaves what is answered about labels out of scope', () => {
    fc.assert(
      fc.property(cases, ({ text, gold, rule }) => {
        // An event without a trigger that another event names has no words of its own: it is called by its type, which a rule can
        // change, and stands among others where its arguments do.
        fc.pre(!(/"trigger":null/.test(JSON.stringify(gold)) && /"event":/.test(JSON.stringify(gold))))
        const about = (lowered: Lowered) =>
          lowered.answer.filter(
            ({ label }) => !isInScope(rule.scope, label) && label !== rule.transform.parameters.into,
          )
        const { lowered } = apply(text, gold, rule)
        expect(about(lowered)).toEqual(about(form.lower(text, gold, askedForAll)))
      }),
      { numRuns: RUNS },
    )
  })
})

describe('the closed set of transforms', () => {
  it('has one of every name, in a family, for forms that know it', () => {
    for (const name of transformNames) {
      const definition = findTransform(name)
      expect(definition.name).toBe(name)
      expect(ruleFamilies).toContain(definition.family)
      expect(definition.applyGold === undefined).not.toBe(definition.applyLowered === undefined)
      for (const form of definition.forms) expect(transformsFor(form)).toContain(definition)
    }
  })

  it('has something for every form with gold of its own', () => {
    for (const form of taskForms) expect(transformsFor(form).length > 0, form).toBe(form !== 'general')
  })

  it.each(transformNames)(
    '%s says what it does in two ways at least, in both languages',
    (name: TransformName) => {
      const definition = findTransform(name)
      fc.assert(
        fc.property(ruleParameters[name], ruleScopes, (given, scope) => {
          const statement = definition.statement(definition.parameters.parse(given), scope)
          for (const language of phraseLanguages) {
            const said = statement[language]
            expect(new Set(said).size).toBe(said.length)
            expect(said.length).toBeGreaterThanOrEqual(2)
            for (const sentence of said) {
              expect(sentence.length).toBeLessThanOrEqual(600)
              expect(sentence).not.toMatch(/undefined|\[object|\{|\}/)
              expect(/\p{Script=Han}/u.test(sentence.replaceAll(/“[^”]*”/g, ''))).toBe(language === 'zh')
            }
          }
        }),
        { numRuns: 30 },
      )
    },
  )
})
