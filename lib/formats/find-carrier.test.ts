import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { findCarrier } from '@/lib/formats/find-carrier'
import { fitAnswer } from '@/lib/formats/fit-answer'
import { AnswerSyntaxError, type Asked, type CarrierName, carriers } from '@/lib/formats/model'
import { TAGS } from '@/lib/formats/tagged-text/schema'
import { elementName } from '@/lib/formats/xml/schema'
import {
  type Answer,
  type AnswerItem,
  type AskedSchema,
  answerSchema,
  codePointLength,
  fieldOf,
  type Lowered,
  type Offsets,
  phraseLanguages,
  sliceCodePoints,
} from '@/lib/tasks/model'

type Case = { asked: Asked; lowered: Lowered }
type Chosen = Record<string, unknown>

// What a syntax could trip over: its own signs, other syntaxes' signs, what YAML reads as something else, invisible characters.
const HOSTILE =
  `__proto__|constructor|toString|1|0|-1|4294967294|| |  |"|'|\\|\\"|\\\\|\\n|\n|\r\n|\r|\t|\u2028|\u2029|\u0085|\u00a0|\ufeff|\u0000|\u001b|\u007f
|\u202e|\u200f|\ud83d|\ude92|👩‍🚒|{"a": []}|["x"]|": [|[|]|{|}|(|)|; |;|, |,|：|；|，|、|（|）|【|】|“|”|「|」|』|’|<a>|</a>|<br>|<|>|&|&amp;|&lt;|]]>|<!--|<?xml|- x|- |-|* |1. |#|# x| #|: |:|a: b
|no|yes|~|null|NULL|true|1e3|0x1f|0o7|12:30:45|2024-01-01|.inf|.nan|=|<<|*a|&a|!a|%|@|\`|?|? |> |\\|-|---|...|none|None|NAN|N/A|无|没有|–|∅|type|text|/| / |x /|+|·|é|é|澜湾港务局|is a |is a person.|. |。|和| and |ª²①µ|xml|Xml-a|:a|·a|．`.split(
    '|',
  )
const hostile = fc.oneof(
  fc.constantFrom(...HOSTILE, '|', '||', ' | ', '\\|', 'a|b', '|-'),
  fc.array(fc.constantFrom(...HOSTILE, '|'), { maxLength: 4 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const word = fc
  .stringMatching(/^[a-zA-Zé]{2,7}$/)
  .filter((found) => !/^(none|na?n|null|not|no)$/i.test(found))
const plain = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  fc.constantFrom('澜湾港务局', '船员', '灯塔管理处'),
)

const record = (fields: readonly string[], values: fc.Arbitrary<string>): fc.Arbitrary<AnswerItem> =>
  fc
    .tuple(...fields.map(() => fc.array(values, { maxLength: 3 }).map(fieldOf)))
    .map((row) => Object.fromEntries(fields.map((field, at) => [field, row[at]!])))

/** Answers of one kind or mixed, whose items stand nowhere in the text. */
function placeless(names: fc.Arbitrary<string>, values: fc.Arbitrary<string>, records: boolean | null) {
  const fieldNames = fc.uniqueArray(names, { minLength: 1, maxLength: 4 })
  const none = fc.constant<string[]>([])
  const fields = records === null ? fc.oneof(none, fieldNames) : records ? fieldNames : none
  return fc
    .uniqueArray(fc.record({ label: names, fields }, { noNullPrototype: true }), {
      selector: ({ label }) => label,
      minLength: 1,
      maxLength: 5,
    })
    .chain((schema) =>
      fc.record({
        schema: fc.constant(schema),
        text: values,
        answer: fc.tuple(
          ...schema.map(({ label, fields: own }) =>
            fc
              .array(own.length ? record(own, values) : values, { maxLength: 4 })
              .map((items) => ({ label, items })),
          ),
        ),
      }),
    )
    .map(({ schema, text, answer }) => {
      const places = answer.map(({ items }) => items.map(() => null))
      return { asked: { schema, text }, lowered: { answer, places } }
    })
}

/** Mentions of a text made of `pieces`, nested and crossing ones among them unless they are `apart`. */
function mentions(names: fc.Arbitrary<string>, pieces: fc.Arbitrary<string>, apart: boolean) {
  return fc
    .record({
      labels: fc.uniqueArray(names, { minLength: 1, maxLength: 4 }),
      parts: fc.array(pieces, { minLength: 1, maxLength: 8 }),
      picks: fc.array(fc.tuple(fc.nat(20), fc.nat(20), fc.nat(3)), { maxLength: 6 }),
      sorted: fc.boolean(),
    })
    .map(({ labels, parts, picks, sorted }): Case => {
      const text = parts.join(apart ? ' ' : '')
      const starts = parts.map(
        (_, at) => codePointLength(parts.slice(0, at).join(apart ? ' ' : '')) + (apart && at ? 1 : 0),
      )
      const length = codePointLength(text)
      const spans = picks.map(([from, to, label]) => {
        const at = from % parts.length
        const last = apart ? at : Math.max(at, to % parts.length)
        const end = Math.min(length, starts[last]! + codePointLength(parts[last]!))
        return { start: starts[at]!, end, label: labels[label % labels.length]! }
      })
      return lowerSpans({
        labels,
        text,
        spans: apart
          ? spans.filter((one, i) => spans.findIndex((other) => other.start === one.start) === i)
          : spans,
        sorted: apart || sorted,
      })
    })
}

type Span = Offsets & { label: string }
function lowerSpans(of: { labels: string[]; text: string; spans: Span[]; sorted: boolean }): Case {
  const spans = of.sorted ? of.spans.toSorted((a, b) => a.start - b.start || b.end - a.end) : of.spans
  const schema = of.labels.map((label) => ({ label, fields: [] }))
  const groups = of.labels.map((label) => spans.filter((span) => span.label === label))
  return {
    asked: { schema, text: of.text },
    lowered: {
      answer: groups.map((own, at) => ({
        label: of.labels[at]!,
        items: own.map(({ start, end }) => sliceCodePoints(of.text, start, end)),
      })),
      places: groups.map((own) => own.map(({ start, end }) => [{ start, end }])),
    },
  }
}

const hostileCases: fc.Arbitrary<Case> = fc.oneof(
  placeless(hostile, hostile, null),
  placeless(plain, hostile, false),
  placeless(plain, hostile, true),
  mentions(hostile, hostile, false),
  mentions(plain, hostile, false),
  mentions(plain, plain, false),
)
const plainRecords = placeless(plain, plain, true)
const plainMentions = mentions(plain, plain, true)

const WORDS = [
  'none',
  'NAN',
  'N/A',
  '-',
  '无',
  'null',
  'no',
  'type',
  'text',
  '类型',
  'Entity type',
  'answer',
  'item',
  '1',
]
/** Every combination that the schema of a carrier allows, with some words where it takes any. */
function parametersOf(name: CarrierName): fc.Arbitrary<Chosen> {
  const schema = findCarrier(name).parameters as z.ZodObject
  const choices = Object.entries(schema.shape).map(([key, field]) => {
    const type = field as z.ZodType
    return [key, fc.constantFrom(...optionsOf(type).filter((one) => type.safeParse(one).success))] as const
  })
  return fc
    .record(Object.fromEntries(choices), { requiredKeys: [], noNullPrototype: true })
    .filter((chosen) => schema.safeParse(chosen).success)
    .map((chosen) => schema.parse(chosen))
}

function optionsOf(type: z.ZodType): unknown[] {
  if (type instanceof z.ZodDefault) return optionsOf(type.unwrap() as z.ZodType)
  if (type instanceof z.ZodNullable) return [null, ...optionsOf(type.unwrap() as z.ZodType)]
  if (type instanceof z.ZodEnum) return [...type.options]
  if (type instanceof z.ZodLiteral) return [...type.values]
  if (type instanceof z.ZodUnion) return type.options.flatMap((one) => optionsOf(one as z.ZodType))
  return WORDS
}

const strings = ({ answer }: Lowered): string[] =>
  answer.flatMap(({ items }) =>
    items.flatMap((item) =>
      typeof item === 'string' ? [item] : Object.values(item).flatMap((value) => value ?? []),
    ),
  )
const fieldNames = ({ schema }: Asked) => schema.flatMap(({ fields }) => fields)
const labelNames = ({ schema }: Asked) => schema.map(({ label }) => label)
const hasColumnTwice = ({ asked }: Case, { groupColumn, itemColumn }: Chosen) =>
  fieldNames(asked).some((field) => field === groupColumn || field === itemColumn)
const places = ({ places: all }: Lowered) => all.flat()

/** Whatever the carrier: a value that is the mark for nothing, a record without a value, an order that the text does not give. */
function mayRefuse({ lowered }: Case, chosen: Chosen): boolean {
  return (
    strings(lowered).includes(String(chosen.nothing)) ||
    (chosen.empty === 'mark' && hasBareRecord(lowered)) ||
    (chosen.order === 'by-appearance' && !isSorted(lowered))
  )
}

/** What else a carrier may refuse. All other answers, hostile as they are, it has to carry. */
const REFUSED: Record<CarrierName, (one: Case, chosen: Chosen) => boolean> = {
  'json-by-label': () => false,
  'json-records': ({ asked }, { groupKey }) => fieldNames(asked).includes(String(groupKey)),
  'markdown-table': hasColumnTwice,
  'markdown-list': () => false,
  tuples: () => false,
  'tagged-text': (one, chosen) => !isTaggable(one, chosen),
  sentences: () => false,
  xml: ({ asked, lowered }, { layout }) =>
    /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(
      [...labelNames(asked), ...fieldNames(asked), ...strings(lowered)].join(' '),
    ) ||
    (layout === 'named-items' &&
      [labelNames(asked), ...asked.schema.map(({ fields }) => fields)].some(
        (names) => new Set(names.map(elementName)).size < names.length,
      )),
  yaml: ({ asked }, { groupKey, layout }) =>
    layout === 'records' && fieldNames(asked).includes(String(groupKey)),
  csv: (one, chosen) =>
    hasColumnTwice(one, chosen) ||
    /\p{Surrogate}/u.test(
      [...labelNames(one.asked), ...fieldNames(one.asked), ...strings(one.lowered)].join(' '),
    ) ||
    strings(one.lowered).some((text) => text.includes(String(chosen.between))),
}

// CSV calls its delimiters by their names.
const NAMED: Record<string, Record<string, string>> = {
  en: { ',': 'a comma', ';': 'a semicolon', '\t': 'a tab', '|': 'a bar' },
  zh: { ',': '逗号', ';': '分号', '\t': '制表符', '|': '竖线' },
}

describe.each(carriers)('%s', (name) => {
  const carrier = findCarrier(name)
  const parameters = parametersOf(name)
  const holdsRecords = carrier.wording(carrier.parameters.parse({})).en.askRecords.length > 0

  it('reads back every answer that it carries, and gives a reason for any other', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(hostileCases, parameters, ({ asked, lowered }, chosen) => {
        const carriage = carrier.canCarry(lowered, asked, chosen)
        if (!carriage.carries) {
          expect(carriage.why.length).toBeGreaterThan(10)
          expect(mayRefuse({ asked, lowered }, chosen) || REFUSED[name]({ asked, lowered }, chosen)).toBe(
            true,
          )
          return
        }
        const output = carrier.render(lowered, asked, chosen)
        // Vitest's own equality does not know a field called `__proto__`.
        expect(isDeepStrictEqual(carrier.parse(output, asked, chosen), lowered.answer)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('carries plain mentions, whatever the parameters', () => {
    fc.assert(
      fc.property(plainMentions, parameters, ({ asked, lowered }, chosen) => {
        expect(carrier.canCarry(lowered, asked, chosen)).toEqual({ carries: true })
        const output = carrier.render(lowered, asked, chosen)
        expect(carrier.parse(output, asked, chosen)).toEqual(lowered.answer)
      }),
      { numRuns: 500 },
    )
  })

  it.skipIf(!holdsRecords)('carries plain records group by group', () => {
    fc.assert(
      fc.property(plainRecords, parameters, ({ asked, lowered }, chosen) => {
        fc.pre(chosen.order !== 'by-appearance' && !hasBareRecord(lowered))
        expect(carrier.canCarry(lowered, asked, chosen)).toEqual({ carries: true })
        const output = carrier.render(lowered, asked, chosen)
        expect(carrier.parse(output, asked, chosen)).toEqual(lowered.answer)
      }),
      { numRuns: 500 },
    )
  })

  it('refuses an answer about something else', () => {
    const chosen = carrier.parameters.parse({})
    const asked = { schema: [{ label: 'a', fields: [] }], text: 'x' }
    for (const answer of [[], [{ label: 'b', items: [] }], [{ label: 'a', items: [{ f: null }] }]])
      expect(carrier.canCarry({ answer, places: [] }, asked, chosen).carries).toBe(false)
  })

  it('reads any text as an answer to what was asked, or says where it is none', { timeout: 60_000 }, () => {
    const changed = fc.tuple(fc.nat(), fc.nat(3), fc.oneof(hostile, fc.constant('')))
    fc.assert(
      fc.property(
        hostileCases,
        parameters,
        fc.array(changed, { maxLength: 3 }),
        hostile,
        (one, chosen, changes, noise) => {
          const carries = carrier.canCarry(one.lowered, one.asked, chosen).carries
          const whole = carries ? carrier.render(one.lowered, one.asked, chosen) : noise
          expectAnswerOrError(
            () => carrier.parse(changes.reduce(change, whole), one.asked, chosen),
            one.asked.schema,
          )
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('takes seconds at most for a megabyte, whatever is in it', { timeout: 120_000 }, () => {
    const asked = {
      schema: [
        { label: 'a', fields: [] },
        { label: 'b', fields: ['f', 'g'] },
      ],
      text: 'x ',
    }
    const chosen = carrier.parameters.parse({})
    const begin = carrier.render(
      {
        answer: [
          { label: 'a', items: [] },
          { label: 'b', items: [] },
        ],
        places: [[], []],
      },
      asked,
      chosen,
    )
    for (const piece of [
      '[',
      '{',
      '(',
      '<a>',
      '"',
      "'",
      '\\',
      '\\"',
      '""',
      '- ',
      '\n',
      '|',
      '| a |\n',
      ' ',
      'a: ',
      '- a\n',
      '“',
      '“a” is a a. ',
      '(a; a)\n',
      'a,b\n',
      '&',
      '[x|a]',
      ', [x|a]',
      'é',
      '\t',
      '#',
      ';',
      '/',
    ])
      for (const start of ['', begin.slice(0, -1)]) {
        const output = start + piece.repeat(Math.ceil(1_000_000 / piece.length))
        const before = performance.now()
        expectAnswerOrError(() => carrier.parse(output, asked, chosen), asked.schema)
        expect(performance.now() - before, JSON.stringify([piece, start])).toBeLessThan(5000)
      }
  })

  it.each(phraseLanguages)('asks in at least five ways in %s, with its parameters in force', (language) => {
    fc.assert(
      fc.property(parameters, (chosen) => {
        const { ask, askRecords, empty } = carrier.wording(chosen)[language]
        expect(empty.length).toBeGreaterThan(0)
        for (const key of ['groupKey', 'itemKey', 'groupColumn', 'itemColumn', 'root', 'delimiter', 'bullet'])
          for (const sentence of chosen.layout === 'by-label' ? [] : ask)
            expect(sentence).toContain(
              (name === 'csv' && NAMED[language]![String(chosen[key])]) || (chosen[key] ?? ''),
            )
        for (const sentence of askRecords) expect(sentence).toContain(chosen.nothing ?? '')
        for (const family of holdsRecords ? [ask, askRecords] : [ask]) {
          expect(new Set(family).size).toBe(family.length)
          expect(family.length).toBeGreaterThanOrEqual(5)
          for (const sentence of family) expect(sentence).not.toMatch(/undefined|\[object/)
        }
      }),
      { numRuns: 50 },
    )
  })
})

function expectAnswerOrError(read: () => Answer, schema: AskedSchema): void {
  try {
    const answer = read()
    expect(answerSchema.safeParse(answer).success).toBe(true)
    expect(fitAnswer(answer, schema)).toEqual({ carries: true })
  } catch (error) {
    if (!(error instanceof AnswerSyntaxError)) throw error
    expect(error.position).toBeGreaterThanOrEqual(0)
  }
}

function change(text: string, [at, gone, put]: [number, number, string]): string {
  const from = at % (text.length + 1)
  return text.slice(0, from) + put + text.slice(from + gone)
}

function isTaggable({ asked, lowered }: Case, { style }: Chosen): boolean {
  const spans = places(lowered).map((place) => place?.[0])
  const tags = labelNames(asked).flatMap((label) => {
    const { open, close } = TAGS[style as 'angle'](label)
    return [open, close]
  })
  return (
    isSorted(lowered) &&
    labelNames(asked).every((label) => !/^$|[<>[\]|/\p{Cc}\p{Surrogate}]/u.test(label)) &&
    !tags.some((tag) => asked.text.includes(tag)) &&
    spans.every(
      (a) =>
        a &&
        a.start < a.end &&
        spans.every((b) => !b || !(a.start < b.start && b.start < a.end && a.end < b.end)),
    )
  )
}

function isSorted(lowered: Lowered): boolean {
  if (places(lowered).includes(null)) return false
  return lowered.places.every((own) =>
    own.every((place, at) => {
      const [one, other] = [own[at - 1]?.[0], place![0]!]
      return !one || one.start < other.start || (one.start === other.start && one.end >= other.end)
    }),
  )
}

const hasBareRecord = ({ answer }: Lowered) =>
  answer.some(({ items }) =>
    items.some((item) => typeof item !== 'string' && Object.values(item).every((value) => value === null)),
  )
