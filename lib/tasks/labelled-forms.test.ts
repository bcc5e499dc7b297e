import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import { answerSchema, sliceCodePoints, type TaskForm } from '@/lib/tasks/model'
import { joinWords } from '@/lib/tasks/ner/gold'
import { hostileEvents, hostileRelations, hostileSpans } from '@/prisma/factories/golds'

type Case = { text: string; gold: unknown }
const spans = hostileSpans.map(({ text, spans: own }): Case => ({ text, gold: { spans: own } }))

const CASES: [TaskForm, fc.Arbitrary<Case>][] = [
  ['ner', spans],
  ['re', hostileRelations],
  ['spo', hostileRelations],
  ['kg', hostileRelations],
  ['ee', hostileEvents],
  ['eet', hostileEvents],
  ['eea', hostileEvents],
]

describe.each(CASES)('the form %s', (name, cases) => {
  const form = findTaskForm(name)

  /** All that a gold says, beside labels and fields that it does not have. */
  const asked = cases.map((given) => {
    const gold = form.canonical(given.gold)
    const fields = form.fieldsIn(gold)
    const labels = ['absent', ...new Set(form.labelsIn(gold)), 'none']
    const schema = labels.map((label) => ({ label, fields: [...(fields.get(label) ?? []), 'missing'] }))
    return { text: given.text, gold, schema, ...form.lower(given.text, gold, schema) }
  })

  it('answers exactly the groups that it says, in order, with exactly their fields', () => {
    fc.assert(
      fc.property(asked, ({ schema, answer, places }) => {
        const groups = form.groups(schema)
        expect(groups.map(({ label }) => label)).toEqual(schema.map(({ label }) => label))
        expect(answer.map(({ label }) => label)).toEqual(groups.map(({ label }) => label))
        expect(places.map(({ length }) => length)).toEqual(answer.map(({ items }) => items.length))
        expect(answerSchema.parse(answer)).toEqual(answer)
        for (const [at, { items }] of answer.entries())
          for (const item of items)
            expect(typeof item === 'string' ? [] : Object.keys(item)).toEqual(groups[at]!.fields)
      }),
    )
  })

  it('finds every labelled thing of the gold, and nothing for other labels', () => {
    fc.assert(
      fc.property(asked, ({ gold, answer }) => {
        const found = answer.flatMap(({ label, items }) => items.map(() => label))
        for (const label of form.labelsIn(gold)) expect(found).toContain(label)
        if (name !== 'eea') expect(found.sort()).toEqual(form.labelsIn(gold).sort())
        expect(answer.at(0)!.items).toEqual([])
        expect(answer.at(-1)!.items).toEqual([])
      }),
    )
  })

  it('fills every field that it names for a label, and no other', () => {
    fc.assert(
      fc.property(asked, ({ gold, answer }) => {
        for (const { label, items } of answer)
          for (const field of [...(form.fieldsIn(gold).get(label) ?? []), 'missing']) {
            const values = items.map((item) => (typeof item === 'string' ? null : item[field]))
            expect(values.some((value) => value != null)).toBe(field !== 'missing')
          }
      }),
    )
  })

  it('says of every string where its pieces stand', () => {
    fc.assert(
      fc.property(asked, ({ text, answer, places }) => {
        for (const [group, { items }] of answer.entries())
          for (const [at, item] of items.entries()) {
            const pieces = places[group]![at]
            const words = pieces?.map(({ start, end }) => sliceCodePoints(text, start, end))
            expect(words && joinWords(words)).toBe(typeof item === 'string' ? item : undefined)
          }
      }),
    )
  })

  it('gives the gold its full score against itself', () => {
    fc.assert(
      fc.property(asked, ({ answer }) => {
        const { overall } = form.score([{ expected: answer, given: answer, language: 'en' }])
        for (const figure of Object.values(overall)) expect([1, null]).toContain(figure)
      }),
    )
  })
})
