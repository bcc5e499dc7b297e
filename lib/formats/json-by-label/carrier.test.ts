import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonByLabel as carrier } from '@/lib/formats/json-by-label/carrier'
import type { Answer } from '@/lib/tasks/model'

const labels = (...names: string[]) => names.map((label) => ({ label, fields: [] as string[] }))
const asked = { schema: labels('b', '1', '__proto__'), text: '' }
const events = { schema: [{ label: 'a', fields: ['f', 'g', 'h'] }], text: '' }
const choose = carrier.parameters.parse.bind(carrier.parameters)
const render = (answer: Answer, about = asked, given = {}) =>
  carrier.render({ answer, places: [] }, about, choose(given))
const parse = (output: string, about = asked, given = {}) => carrier.parse(output, about, choose(given))

describe('JSON by label', () => {
  const answer = [
    { label: 'b', items: [] },
    { label: '1', items: ['x', 'x'] },
    { label: '__proto__', items: ['y'] },
  ]
  const record = [{ label: 'a', items: [{ f: 'x', g: null, h: ['1', '2'] }] }]

  it('keeps labels that look like numbers in their place', () => {
    expect(render(answer)).toBe('{"b": [], "1": ["x", "x"], "__proto__": ["y"]}')
    expect(parse(render(answer)).map(({ label }) => label)).toEqual(['b', '1', '__proto__'])
  })

  it('is JSON with the same content for any other reader', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), fc.constantFrom(0, 2, 4), (items, indent) => {
        const output = render([{ label: 'a', items }], { schema: labels('a'), text: '' }, { indent })
        expect(JSON.parse(output)).toEqual({ a: items })
      }),
    )
  })

  it('writes fields as its parameters say', () => {
    expect(render(record, events)).toBe('{"a": [{"f": "x", "g": null, "h": ["1", "2"]}]}')
    const given = { single: 'list', nothing: 'NAN' }
    const output = render(record, events, given)
    expect(output).toBe('{"a": [{"f": ["x"], "g": "NAN", "h": ["1", "2"]}]}')
    expect(parse(output, events, given)).toEqual(record)
  })

  it('indents as JSON.stringify does', () => {
    const value = { a: record[0]!.items }
    expect(render(record, events, { indent: 2 })).toBe(JSON.stringify(value, null, 2))
    expect(render([{ label: 'a', items: [] }], events, { indent: 4 })).toBe(
      JSON.stringify({ a: [] }, null, 4),
    )
  })

  it('accepts any spacing that JSON allows, and fields in any order', () => {
    expect(parse(' {\n"a":[{"h":["1" , "2"],"f":"x","g": null }]\t} ', events)).toEqual(record)
    expect(parse('{}', { schema: [], text: '' })).toEqual([])
  })

  it.each([
    [{ schema: labels('a', 'a'), text: '' }, 'two groups are called “a”'],
    [{ schema: [{ label: 'a', fields: ['f', 'f'] }], text: '' }, '“a” has two fields called “f”'],
    [{ schema: labels('b'), text: '' }, 'the answer does not have the groups that were asked for'],
    [events, 'an item of “a” does not have the fields that were asked for'],
  ])('says why it cannot carry an answer about something else: %j', (about, why) => {
    const lowered = { answer: [{ label: 'a', items: ['x'] }], places: [] }
    const twice = { answer: [...lowered.answer, { label: 'a', items: [] }], places: [] }
    const given = about.schema.length > 1 ? twice : lowered
    expect(carrier.canCarry(given, about, choose({}))).toMatchObject({ carries: false, why })
  })

  it('says why it cannot carry a value that is the word for nothing, but carries it in a list', () => {
    const lowered = { answer: [{ label: 'a', items: [{ f: 'NAN', g: null, h: 'x' }] }], places: [] }
    expect(carrier.canCarry(lowered, events, choose({ nothing: 'NAN' }))).toMatchObject({
      carries: false,
      why: 'an item of “a” is the mark for nothing, “NAN”',
    })
    expect(carrier.canCarry(lowered, events, choose({ nothing: 'NAN', single: 'list' })).carries).toBe(true)
  })

  it.each([
    ['', 'Expected a string, a list, an object or null, found the end at position 0'],
    ['[]', 'Expected an object at position 0'],
    ['{"b": []', 'Expected , or }, found the end at position 8'],
    ['{"b": [], "b": []}', 'The key "b" comes twice at position 10'],
    ['{"b": [], "__proto__": []}', 'Expected the key “1” at position 10'],
    ['{"b": [], "1": [], "__proto__": [], "c": []}', 'Expected no more keys at position 36'],
    ['{"b": []}', 'The key “1” is missing at position 9'],
    ['{"b": "x"}', 'Expected a list at position 6'],
    ['{"b": [1]}', 'Expected a string, a list, an object or null, found "1" at position 7'],
    ['{"b": [null]}', 'Expected a string at position 7'],
    ['{"b": [["x"]]}', 'Expected a string at position 7'],
    ['{"b": [[[[[[]]]]]]}', 'Nested too deeply, found "[" at position 9'],
    ['{"b": ["x",]}', 'Expected a string, a list, an object or null, found "]" at position 11'],
    ['{"b": ["x"],}', 'Expected a string, found "}" at position 12'],
    ['{"b": ["x]}', 'A string has no end at position 7'],
    ['{"b": ["\\x"]}', 'Not a JSON string at position 7'],
    ['{"b": ["\n"]}', 'Not a JSON string at position 7'],
    ['{"b": []} ok', 'Expected the end, found "o" at position 10'],
    ['\ufeff{"b": []}', 'Expected a string, a list, an object or null, found "\ufeff" at position 0'],
    ["{'b': []}", 'Expected a string, found "\'" at position 1'],
  ])('refuses %j and says where', (output, message) => {
    expect(() => parse(output)).toThrow(message)
  })

  it.each([
    ['{"a": ["x"]}', 'Expected an object at position 7'],
    ['{"a": [{"f": "x", "f": "y"}]}', 'The key "f" comes twice at position 18'],
    ['{"a": [{"f": {}}]}', 'Expected a string at position 13'],
    ['{"a": [{"f": ["x"]}]}', 'A list of fewer than two values at position 13'],
    ['{"a": [{"f": "x", "g": "y"}]}', 'The field “h” is missing at position 7'],
    ['{"a": [{"k": "x"}]}', 'The field “k” was not asked for at position 8'],
  ])('refuses %j as records and says where', (output, message) => {
    expect(() => parse(output, events)).toThrow(message)
  })
})
