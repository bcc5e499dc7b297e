import { describe, expect, it } from 'vitest'
import { tuples as carrier } from '@/lib/formats/tuples/carrier'

const choose = carrier.parameters.parse.bind(carrier.parameters)
const asked = { schema: ['person', 'law'].map((label) => ({ label, fields: [] as string[] })), text: '' }
const people = [
  { label: 'person', items: ['Ana', 'Bo; (the) "Net"'] },
  { label: 'law', items: [] as string[] },
]
const relations = { schema: [{ label: 'owns', fields: ['head', 'tail'] }], text: '' }
const owns = [
  {
    label: 'owns',
    items: [
      { head: 'Ana', tail: ['a|b', 'boat'] },
      { head: null, tail: 'net' },
    ],
  },
]

describe('Tuples', () => {
  it.each([
    [{}, '(Ana; person)\n(Bo\\; \\(the\\) "Net"; person)'],
    [{ labelAt: 'first', brackets: '<>', delimiter: ',' }, '<person, Ana>\n<person, Bo; (the) "Net">'],
    [{ layout: 'inline', quoting: 'always' }, '("Ana"; "person"), ("Bo; (the) \\"Net\\""; "person")'],
    [
      { empty: 'mark', nothing: '无', brackets: '（）', delimiter: '；' },
      '（Ana；person）\n（Bo; (the) "Net"；person）\n（无；law）',
    ],
  ])('writes one for each item, with %j', (given, output) => {
    expect(carrier.render({ answer: people, places: [] }, asked, choose(given))).toBe(output)
    expect(carrier.parse(output, asked, choose(given))).toEqual(people)
  })

  it.each([
    [{ labelAt: 'second' }, '(Ana; owns; a\\|b | boat)\n(none; owns; net)'],
    [
      { between: '/', quoting: 'always', nothing: '-' },
      '("Ana"; "a|b" / "boat"; "owns")\n(-; "net"; "owns")',
    ],
  ])('writes fields as parts, with %j', (given, output) => {
    expect(carrier.render({ answer: owns, places: [] }, relations, choose(given))).toBe(output)
    expect(carrier.parse(output, relations, choose(given))).toEqual(owns)
  })

  it('writes the mark for nothing alone where there are no items', () => {
    const none = people.map(({ label }) => ({ label, items: [] }))
    expect(carrier.render({ answer: none, places: [] }, asked, choose({}))).toBe('none')
    expect(carrier.parse('none\n', asked, choose({}))).toEqual(none)
  })

  it('says why it cannot carry the mark for nothing as a value, and carries it between quotes', () => {
    const lowered = { answer: [{ label: 'owns', items: [{ head: 'none', tail: 'x' }] }], places: [] }
    const why = 'an item of “owns” is the mark for nothing, “none”'
    expect(carrier.canCarry(lowered, relations, choose({}))).toMatchObject({ carries: false, why })
    expect(carrier.canCarry(lowered, relations, choose({ quoting: 'always' })).carries).toBe(true)
  })

  it.each([
    ['', 'Expected (, found the end at position 0'],
    ['(Ana; person', 'Expected ; or ), found the end at position 12'],
    ['(Ana)', '“Ana” was not asked for at position 1'],
    ['(Ana; Bo; person)', 'Expected 2 parts, found 3 at position 0'],
    ['(Ana; person) (Bo; person)', 'Expected a comma or a new line, found "(" at position 14'],
    ['(A(na; person)', 'Expected ; or ), found "(" at position 2'],
    ['(Ana; ship)', '“ship” was not asked for at position 5'],
  ])('refuses %j and says where', (output, message) => {
    expect(() => carrier.parse(output, asked, choose({}))).toThrow(message)
  })

  it('refuses bare words where strings are asked for', () => {
    expect(() => carrier.parse('(Ana; "person")', asked, choose({ quoting: 'always' }))).toThrow(
      'Expected a string, found "A" at position 1',
    )
  })
})
