import { describe, expect, it } from 'vitest'
import { sentences as carrier } from '@/lib/formats/sentences/carrier'

const choose = carrier.parameters.parse.bind(carrier.parameters)
const asked = { schema: ['office', 'law'].map((label) => ({ label, fields: [] as string[] })), text: '' }
const offices = [
  { label: 'office', items: ['warden', 'the “net” man'] },
  { label: 'law', items: [] as string[] },
]
const relations = { schema: [{ label: 'owns: all', fields: ['head', 'of what'] }], text: '' }
const owns = [
  {
    label: 'owns: all',
    items: [
      { head: 'Ana', 'of what': ['net', 'boat'] },
      { head: null, 'of what': 'a' },
    ],
  },
]

describe('Sentences', () => {
  it.each([
    [{}, '“warden” is an office.\n“the \\“net\\” man” is an office.\nNothing is a law.'],
    [
      { pattern: 'belongs-to', quotes: '""', layout: 'running', empty: 'leave-out' },
      '"warden" belongs to office. "the “net” man" belongs to office.',
    ],
    [
      { language: 'zh', pattern: 'counts-as', quotes: '「」', layout: 'running' },
      '「warden」算作office。「the “net” man」算作office。没有内容算作law。',
    ],
  ])('says of each item what it is, with %j', (given, output) => {
    expect(carrier.render({ answer: offices, places: [] }, asked, choose(given))).toBe(output)
    expect(carrier.parse(output, asked, choose(given))).toEqual(offices)
  })

  it.each([
    [
      {},
      'Something is an “owns: all”: head is “Ana”, of what is “net” and “boat”.\n' +
        'Something is an “owns: all”: head is not given, of what is “a”.',
    ],
    [
      { language: 'zh', layout: 'running' },
      '有一项是“owns: all”：head为“Ana”，of what为“net”和“boat”。有一项是“owns: all”：head未给出，of what为“a”。',
    ],
  ])('tells the fields of a record in one sentence, with %j', (given, output) => {
    expect(carrier.render({ answer: owns, places: [] }, relations, choose(given))).toBe(output)
    expect(carrier.parse(output, relations, choose(given))).toEqual(owns)
  })

  it('tells labels apart that begin alike', () => {
    const schema = ['a', 'a.b', 'a b'].map((label) => ({ label, fields: [] }))
    const answer = schema.map(({ label }) => ({ label, items: [label] }))
    const output = carrier.render({ answer, places: [] }, { schema, text: '' }, choose({ layout: 'running' }))
    expect(output).toBe('“a” is an a. “a.b” is an a.b. “a b” is an a b.')
    expect(carrier.parse(output, { schema, text: '' }, choose({}))).toEqual(answer)
  })

  it('says that nothing was found', () => {
    const none = offices.map(({ label }) => ({ label, items: [] }))
    const chosen = choose({ empty: 'leave-out' })
    expect(carrier.render({ answer: none, places: [] }, asked, chosen)).toBe('Nothing was found.')
    expect(carrier.parse('Nothing was found.', asked, chosen)).toEqual(none)
  })

  it.each([
    ['', 'Expected “Something is an office: ” or “Something is a law: ”, found the end at position 0'],
    ['“warden” is a office.', 'Expected “ is an office.” or “ is a law.”, found " " at position 8'],
    ['“warden is an office.', 'Expected ”, found the end at position 21'],
    ['“ warden” is an office.', 'Outer spaces are written \\u0020 at position 1'],
    ['“warden” is an office.', 'Nothing is said about “law” at position 22'],
    ['Something is a law: ', 'An item of “law” has no fields at position 0'],
  ])('refuses %j and says where', (output, message) => {
    expect(() => carrier.parse(output, asked, choose({}))).toThrow(message)
  })
})
