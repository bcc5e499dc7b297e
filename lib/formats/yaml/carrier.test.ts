import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { yaml as carrier } from '@/lib/formats/yaml/carrier'

const choose = carrier.parameters.parse.bind(carrier.parameters)
const asked = { schema: ['port town', 'no'].map((label) => ({ label, fields: [] as string[] })), text: '' }
const towns = [
  { label: 'port town', items: ['Rio', "St. John's", '1e3', '- x'] },
  { label: 'no', items: [] as string[] },
]
const relations = { schema: [{ label: 'owns', fields: ['head', 'of what'] }], text: '' }
const owns = [
  {
    label: 'owns',
    items: [
      { head: null, 'of what': ['net', 'boat'] },
      { head: 'null', 'of what': 'a: b' },
    ],
  },
]

describe('YAML', () => {
  it.each([
    [{}, 'port town:\n  - Rio\n  - "St. John\'s"\n  - "1e3"\n  - "- x"\n"no": []'],
    [
      { quoting: 'single', indent: 0, empty: 'leave-out' },
      "port town:\n- 'Rio'\n- 'St. John''s'\n- '1e3'\n- '- x'",
    ],
    [
      { layout: 'records', groupKey: 'label', quoting: 'double' },
      ['"Rio"', '"St. John\'s"', '"1e3"', '"- x"']
        .map((text) => `- label: "port town"\n  text: ${text}`)
        .join('\n'),
    ],
  ])('writes lists of strings or records, with %j', (given, output) => {
    expect(carrier.render({ answer: towns, places: [] }, asked, choose(given))).toBe(output)
    expect(carrier.parse(output, asked, choose(given))).toEqual(towns)
  })

  it.each([
    [{}, 'owns:\n  - head: null\n    of what: ["net", "boat"]\n  - head: "null"\n    of what: "a: b"'],
    [
      { layout: 'records', nothing: '~' },
      '- type: owns\n  head: ~\n  of what: ["net", "boat"]\n- type: owns\n  head: "null"\n  of what: "a: b"',
    ],
  ])('writes fields as keys, with %j', (given, output) => {
    expect(carrier.render({ answer: owns, places: [] }, relations, choose(given))).toBe(output)
    expect(carrier.parse(output, relations, choose(given))).toEqual(owns)
  })

  it.each(['1.1', '1.2'] as const)('is the same document for another reader of YAML %s', (version) => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        'no',
        '~',
        '1e3',
        '- x',
        'a: b',
        'a #b',
        '12:30',
        '0x1f',
        '=',
        '<<',
        '2024-01-01',
        '',
        ' a',
        '---',
      ),
    )
    const quoting = fc.constantFrom('where-needed', 'single', 'double')
    const about = {
      schema: [
        { label: 'a', fields: [] },
        { label: 'b', fields: ['f', 'no'] },
      ],
      text: '',
    }
    fc.assert(
      fc.property(
        fc.array(text),
        text,
        text,
        quoting,
        fc.constantFrom(0, 2),
        (items, f, other, how, indent) => {
          const record = { f: [f, other], no: other }
          const answer = [
            { label: 'a', items },
            { label: 'b', items: [record] },
          ]
          const output = carrier.render({ answer, places: [] }, about, choose({ quoting: how, indent }))
          expect(parse(output, { version })).toEqual({ a: items, b: [record] })
        },
      ),
      { numRuns: 500 },
    )
  })

  it('writes that nothing was found', () => {
    const none = towns.map(({ label }) => ({ label, items: [] }))
    for (const [given, output] of [
      [{ empty: 'leave-out' }, '{}'],
      [{ layout: 'records' }, '[]'],
    ] as const) {
      expect(carrier.render({ answer: none, places: [] }, asked, choose(given))).toBe(output)
      expect(carrier.parse(output, asked, choose(given))).toEqual(none)
    }
  })

  it('says why it cannot carry records with a field called like the key of the label', () => {
    const chosen = choose({ layout: 'records', groupKey: 'head' })
    expect(carrier.canCarry({ answer: owns, places: [] }, relations, chosen)).toMatchObject({
      carries: false,
      why: 'the key of the label, “head”, is also the name of a field',
    })
  })

  it.each([
    ['', 'Expected a mapping or a list at position 0'],
    ['port town', 'Expected a key at position 0'],
    ['port town: Rio', 'Expected a list at position 0'],
    ['port town:\n"no": []', 'Expected a list at position 0'],
    ['ship: []', '“ship” was not asked for at position 0'],
    ['port town: []\nport town: []', 'The key “port town” comes twice at position 14'],
    ['port town:\n  - 1e3\n"no": []', 'Quotation marks are needed at position 15'],
    ['port town:\n  - Rio\n    - Bo\n"no": []', 'Not where the list has its items at position 23'],
    ['port town:\n  - Rio\n  Bo\n"no": []', 'Not where the list has its items at position 21'],
    ['port town:\n  - head: Rio\n"no": []', 'Expected a string at position 13'],
    ['port town:\n  - "Rio\n"no": []', 'Not a JSON string at position 15'],
    ['port town:\n  - \'Rio\n"no": []', 'A quotation does not end on its line at position 15'],
    ['port town:\n  - &a Rio\n"no": []', 'Quotation marks are needed at position 15'],
    ['port town:\n\t- Rio', 'Quotation marks are needed at position 11'],
    ['port town: []', 'Nothing is said about “no” at position 13'],
  ])('refuses %j and says where', (output, message) => {
    expect(() => carrier.parse(output, asked, choose({}))).toThrow(message)
  })

  it.each([
    ['owns:\n  - head: x', 'Expected the key “of what” and its value at position 8'],
    ['owns:\n  - head: x\n    of what: ["y"]', 'A list of fewer than two values at position 22'],
    ['owns:\n  - head: x\n    of what: x\n    z: w', 'Expected no more keys at position 37'],
  ])('refuses %j as records and says where', (output, message) => {
    expect(() => carrier.parse(output, relations, choose({}))).toThrow(message)
  })
})
