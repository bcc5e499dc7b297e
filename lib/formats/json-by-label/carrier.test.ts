import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCarrier } from '@/lib/formats/find-carrier'
import { type Answer, answerSchema, fieldOf } from '@/lib/tasks/model'

const carrier = findCarrier('json-by-label')
const asked = { schema: [], text: '' }
const canCarry = (answer: Answer) => carrier.canCarry({ answer, places: [] }, asked, {})
const render = (answer: Answer) => carrier.render({ answer, places: [] }, asked, {})
const parse = (output: string) => carrier.parse(output, asked, {})

const HOSTILE = [
  '__proto__',
  'constructor',
  'toString',
  '1',
  '0',
  '-1',
  '4294967294',
  '',
  ' ',
  '"',
  '\\',
  '\\"',
  '\\\\"',
  '\n',
  '\r\n',
  '\t',
  '\u2028',
  '\u2029',
  '\u0000',
  '\u202e',
  '\ud83d',
  '👩‍🚒',
  '{"a": []}',
  '["x"]',
  '": [',
  '澜湾港务局',
  'é',
  'é',
]
const hostile = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.array(fc.constantFrom(...HOSTILE), { maxLength: 4 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const item = fc.oneof(
  hostile,
  fc
    .uniqueArray(fc.tuple(hostile, fc.array(hostile, { maxLength: 3 }).map(fieldOf)), {
      selector: ([name]) => name,
      maxLength: 4,
    })
    .map((fields) => Object.fromEntries(fields)),
)
const answers: fc.Arbitrary<Answer> = fc.uniqueArray(
  fc.record({ label: hostile, items: fc.array(item, { maxLength: 5 }) }, { noNullPrototype: true }),
  { selector: (group) => group.label, maxLength: 8 },
)

describe('JSON by label', () => {
  it('reads back every answer that it writes', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        expect(canCarry(answer)).toEqual({ carries: true })
        // Vitest's own equality does not know a field called `__proto__`.
        expect(isDeepStrictEqual(parse(render(answer)), answer)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('is JSON with the same content for any other reader', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const read = Object.entries(JSON.parse(render(answer)))
        const byLabel = (a: [string, unknown], b: [string, unknown]) => (a[0] < b[0] ? -1 : 1)
        const written = answer.map(({ label, items }): [string, unknown] => [label, items])
        expect(isDeepStrictEqual(read.sort(byLabel), written.sort(byLabel))).toBe(true)
      }),
    )
  })

  it('keeps labels that look like numbers in their place', () => {
    const answer = [
      { label: 'b', items: [] },
      { label: '1', items: ['x', 'x'] },
      { label: '__proto__', items: ['y'] },
    ]
    expect(render(answer)).toBe('{"b": [], "1": ["x", "x"], "__proto__": ["y"]}')
    expect(parse(render(answer)).map(({ label }) => label)).toEqual(['b', '1', '__proto__'])
  })

  it('accepts any spacing that JSON allows', () => {
    expect(parse(' {\n"a":["x" ,{"f":"y","g": null ,"h":["1" , "2"]}]\t} ')).toEqual([
      { label: 'a', items: ['x', { f: 'y', g: null, h: ['1', '2'] }] },
    ])
    expect(parse('{}')).toEqual([])
  })

  it('says why it cannot carry two groups of one label', () => {
    const twice = [
      { label: 'a', items: ['x'] },
      { label: 'a', items: [] },
    ]
    expect(canCarry(twice)).toEqual({ carries: false, why: 'two groups are called "a"' })
  })

  it.each([
    ['', 'Expected {, found the end at position 0'],
    ['{"a": []', 'Expected , or }, found the end at position 8'],
    ['{"a": [], "a": []}', 'The key "a" comes twice at position 10'],
    ['{"a": [{"f": "x", "f": "y"}]}', 'The key "f" comes twice at position 18'],
    ['{"a": "x"}', 'Expected [, found "\\"" at position 6'],
    ['{"a": [1]}', 'Expected a string or a record, found "1" at position 7'],
    ['{"a": [null]}', 'Expected a string or a record, found "n" at position 7'],
    ['{"a": [["x"]]}', 'Expected a string or a record, found "[" at position 7'],
    ['{"a": [{"f": {}}]}', 'Expected a string, found "{" at position 13'],
    ['{"a": [{"f": ["x"]}]}', 'A list of fewer than two values at position 13'],
    ['{"a": ["x",]}', 'Expected a string or a record, found "]" at position 11'],
    ['{"a": ["x"],}', 'Expected a string, found "}" at position 12'],
    ['{"a": ["x]}', 'A string has no end at position 7'],
    ['{"a": ["\\x"]}', 'Not a JSON string at position 7'],
    ['{"a": ["\n"]}', 'Not a JSON string at position 7'],
    ['{"a": []} ok', 'Expected the end, found "o" at position 10'],
    ['\ufeff{"a": []}', 'Expected {, found "\ufeff" at position 0'],
    ["{'a': []}", 'Expected a string, found "\'" at position 1'],
  ])('refuses %j and says where', (text, message) => {
    expect(() => parse(text)).toThrow(message)
  })

  it('refuses, or reads as an answer, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.json()), (text) => {
        try {
          expect(answerSchema.safeParse(parse(text)).success).toBe(true)
        } catch (error) {
          expect((error as Error).name).toBe('AnswerSyntaxError')
        }
      }),
      { numRuns: 1000 },
    )
  })
})
