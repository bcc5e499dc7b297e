import { describe, expect, it } from 'vitest'
import { markdownList as carrier } from '@/lib/formats/markdown-list/carrier'

const choose = carrier.parameters.parse.bind(carrier.parameters)
const asked = { schema: ['person', 'law'].map((label) => ({ label, fields: [] as string[] })), text: '' }
const people = [
  { label: 'person', items: ['Ana', '- Bo\nLund'] },
  { label: 'law', items: [] as string[] },
]
const relations = { schema: [{ label: 'owns', fields: ['head', 'tail'] }], text: '' }
const owns = [
  {
    label: 'owns',
    items: [
      { head: 'Ana; Bo', tail: ['net', 'boat'] },
      { head: null, tail: 'a: b' },
    ],
  },
]

describe('Markdown list', () => {
  it.each([
    [{}, '- person\n  - Ana\n  - - Bo\\nLund\n- law\n  - none'],
    [{ empty: 'leave-out', bullet: '*' }, '* person\n  * Ana\n  * - Bo\\nLund'],
    [{ layout: 'headings', bullet: '1.' }, '## person\n1. Ana\n2. - Bo\\nLund\n\n## law\n1. none'],
    [{ layout: 'flat', nothing: '无' }, '- person: Ana\n- person: - Bo\\nLund\n- law: 无'],
  ])('writes items under or beside their label, with %j', (given, output) => {
    expect(carrier.render({ answer: people, places: [] }, asked, choose(given))).toBe(output)
    expect(carrier.parse(output, asked, choose(given))).toEqual(people)
  })

  it.each([
    [{}, '- owns\n  - head: Ana\\; Bo; tail: net | boat\n  - head: none; tail: a: b'],
    [
      { layout: 'flat', sign: '：', between: '、' },
      '- owns：head：Ana; Bo；tail：net、boat\n- owns：head：none；tail：a: b',
    ],
  ])('writes the fields of a record on one line, with %j', (given, output) => {
    expect(carrier.render({ answer: owns, places: [] }, relations, choose(given))).toBe(output)
    expect(carrier.parse(output, relations, choose(given))).toEqual(owns)
  })

  it('writes the mark for nothing alone where nothing is left to list', () => {
    const none = people.map(({ label }) => ({ label, items: [] }))
    expect(carrier.render({ answer: none, places: [] }, asked, choose({ empty: 'leave-out' }))).toBe('none')
    expect(carrier.parse('none', asked, choose({ empty: 'leave-out' }))).toEqual(none)
  })

  it('takes the order of the text for a flat list only', () => {
    expect(carrier.parameters.safeParse({ order: 'by-appearance' }).success).toBe(false)
    expect(carrier.parameters.safeParse({ order: 'by-appearance', layout: 'flat' }).success).toBe(true)
  })

  it.each([
    ['', 'Expected -, found the end at position 0'],
    ['- person', '“person” has no items at position 8'],
    ['- person\n- law\n  - none', '“person” has no items at position 9'],
    ['- person\n  - Ana', 'Nothing is said about “law” at position 16'],
    ['- person\n  - Ana\n- person\n  - Bo', '“person” comes twice at position 19'],
    ['- person\n  - none\n  - Ana', '“person” has nothing and yet an item at position 22'],
    ['- person\n  * Ana', 'Expected -, found "*" at position 11'],
    ['- ship\n  - Ana', '“ship” was not asked for at position 2'],
    ['Here it is:\n- person', 'Expected -, found "H" at position 0'],
  ])('refuses %j and says where', (output, message) => {
    expect(() => carrier.parse(output, asked, choose({}))).toThrow(message)
  })

  it.each([
    ['- owns\n  - tail: x; head: y', 'Expected the field “head” at position 11'],
    ['- owns\n  - head: x', 'Expected ;, found the end at position 18'],
    ['- owns\n  - head: x; tail: y; z: w', 'Expected a new line, found ";" at position 27'],
  ])('refuses %j as records and says where', (output, message) => {
    expect(() => carrier.parse(output, relations, choose({}))).toThrow(message)
  })
})
