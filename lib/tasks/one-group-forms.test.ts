import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generalForm } from '@/lib/tasks/general/task-form'
import {
  answerSchema,
  codePointLength,
  phraseLanguages,
  sliceCodePoints,
  type TaskFormDefinition,
} from '@/lib/tasks/model'
import { mrcForm } from '@/lib/tasks/mrc/task-form'
import { openieForm } from '@/lib/tasks/openie/task-form'
import { tcForm } from '@/lib/tasks/tc/task-form'

// Quotes, bars, breaks, tag-like text, right-to-left marks, emoji, fullwidth marks, names that objects have anyway.
const HOSTILE = [
  '"',
  '|',
  '\n',
  '</b>',
  '\u202e',
  '👩‍🚒',
  '，；',
  '__proto__',
  'constructor',
  ' ',
  '\\',
  '{labels}',
]
const words = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }))
const text = fc.array(words, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''))

/** A piece of a text, by code points. */
const pieceOf = (whole: string) =>
  fc.tuple(fc.nat(), fc.nat({ max: 4 })).map(([at, more]) => {
    const length = codePointLength(whole)
    const start = at % length
    const end = Math.min(length, start + 1 + more)
    return { text: sliceCodePoints(whole, start, end), start, end }
  })

const partOf = (whole: string) => fc.oneof(pieceOf(whole), fc.record({ text: words }))
const answerOf = (whole: string) =>
  fc.oneof(
    pieceOf(whole).map(({ text: own, start }) => ({ text: own, start })),
    fc.record({ text: words }),
  )

type Case = { form: TaskFormDefinition; gold: (whole: string) => fc.Arbitrary<unknown>; label: string }

const CASES: [string, Case][] = [
  [
    'openie',
    {
      form: openieForm as TaskFormDefinition,
      label: 'tuples',
      gold: (whole) =>
        fc.record({
          tuples: fc.array(
            fc.record({
              predicate: partOf(whole),
              arguments: fc.array(partOf(whole), { minLength: 1, maxLength: 6 }),
            }),
            { maxLength: 5 },
          ),
        }),
    },
  ],
  [
    'mrc',
    {
      form: mrcForm as TaskFormDefinition,
      label: 'answer',
      gold: (whole) =>
        fc
          .record({ question: words, answers: fc.array(answerOf(whole), { maxLength: 4 }) })
          .map((gold) => ({ ...gold, answerable: gold.answers.length > 0 })),
    },
  ],
  [
    'tc',
    {
      form: tcForm as TaskFormDefinition,
      label: 'label',
      gold: () => fc.record({ labels: fc.array(words, { maxLength: 4 }), multi: fc.constant(true) }),
    },
  ],
  [
    'general',
    {
      form: generalForm as TaskFormDefinition,
      label: 'response',
      gold: (whole) =>
        words.map((response) => ({
          turns: [
            { from: 'user', text: whole },
            { from: 'assistant', text: response },
          ],
        })),
    },
  ],
]

describe.each(CASES)('the form %s', (name, { form, gold, label }) => {
  const cases = text.chain((whole) => fc.tuple(fc.constant(whole), gold(whole)))
  const candidates = fc
    .array(words, { maxLength: 6 })
    .map((labels) => labels.map((one) => ({ label: one, fields: [] })))

  it('brings gold of any order to one canonical form, which its schema accepts', () => {
    fc.assert(
      fc.property(cases, ([, own]) => {
        const canonical = form.canonical(own)
        expect(form.gold.parse(canonical)).toEqual(canonical)
        expect(form.canonical(canonical)).toEqual(canonical)
        expect(form.canonical(reversed(name, own))).toEqual(canonical)
      }),
    )
  })

  it('answers with its one group, of exactly the fields it says', () => {
    fc.assert(
      fc.property(cases, candidates, ([whole, own], schema) => {
        const { answer } = form.lower(whole, form.canonical(own), schema)
        expect(answerSchema.parse(answer)).toEqual(answer)
        const groups = form.groups(schema)
        expect(answer.map((group) => group.label)).toEqual([label])
        expect(groups.map((group) => group.label)).toEqual([label])
        for (const item of answer[0]!.items)
          expect(typeof item === 'string' ? [] : Object.keys(item)).toEqual(groups[0]!.fields)
      }),
    )
  })

  it('says of every item where it stands, in the words of the text, or that it stands nowhere', () => {
    fc.assert(
      fc.property(cases, candidates, ([whole, own], schema) => {
        const { answer, places } = form.lower(whole, form.canonical(own), schema)
        expect(places.map((group) => group.length)).toEqual(answer.map(({ items }) => items.length))
        for (const [i, place] of places[0]!.entries())
          if (place)
            expect(place.map(({ start, end }) => sliceCodePoints(whole, start, end)).join('')).toBe(
              answer[0]!.items[i],
            )
      }),
    )
  })

  it('gives the gold its full score against itself', () => {
    fc.assert(
      fc.property(cases, candidates, ([whole, own], schema) => {
        const { answer } = form.lower(whole, form.canonical(own), schema)
        const { overall } = form.score([{ expected: answer, given: answer, language: 'en' }])
        for (const [figure, value] of Object.entries(overall))
          if (!figure.startsWith('relaxed')) expect([1, null]).toContain(value)
      }),
    )
  })
})

// Whatever of a gold has no order of its own, the other way round.
function reversed(name: string, gold: unknown): unknown {
  if (name === 'general') return gold
  return Object.fromEntries(
    Object.entries(gold as object).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.toReversed() : value,
    ]),
  )
}

const SLOTS: Record<string, string[][]> = {
  openie: [[]],
  mrc: [['{question}'], ['{question}', '{options}']],
  tc: [['{labels}']],
  general: [[]],
}

describe.each(CASES)('the phrases of %s', (name, { form, label }) => {
  it.each(phraseLanguages)(
    'say the task in at least eight ways with each set of slots, in %s',
    (language) => {
      const phrases = form.phrases[language]
      const sets = SLOTS[name]!
      for (const set of sets)
        expect(
          phrases.basic.filter((phrase) => String(slots(phrase)) === String(set)).length,
        ).toBeGreaterThanOrEqual(8)
      for (const phrase of [...phrases.basic, ...phrases.compound])
        expect(sets.map(String)).toContain(String(slots(phrase)))
      expect(phrases.compound.length).toBeGreaterThanOrEqual(name === 'tc' ? 6 : 0)
    },
  )

  it.each(phraseLanguages)(
    'name the group, say what to do without items, and repeat nothing, in %s',
    (language) => {
      const { basic, compound, copying, absent } = form.phrases[language]
      for (const phrase of copying) expect(phrase).toContain(`“${label}”`)
      for (const phrase of absent) expect(slots(phrase)).toEqual(['{empty}'])
      for (const family of [basic, compound, copying, absent])
        expect(new Set(family).size).toBe(family.length)
      for (const family of [basic, copying, absent]) expect(family.length).toBeGreaterThanOrEqual(3)
    },
  )
})

const slots = (phrase: string) => phrase.match(/\{\w+\}/g) ?? []
