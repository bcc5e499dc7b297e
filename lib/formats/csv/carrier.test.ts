import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csv as carrier } from '@/lib/formats/csv/carrier'
import type { Answer } from '@/lib/tasks/model'

const choose = carrier.parameters.parse.bind(carrier.parameters)
const asked = { schema: ['person', 'law'].map((label) => ({ label, fields: [] as string[] })), text: '' }
const people = [
  { label: 'person', items: ['Ana', 'Bo, "the" Net'] },
  { label: 'law', items: [] },
]
const events = { schema: [{ label: 'sale', fields: ['who', 'what'] }], text: '' }
const sale = [{ label: 'sale', items: [{ who: null, what: ['rope', 'nets'] }] }]
const render = (answer: Answer, about: typeof events, given = {}) =>
  carrier.render({ answer, places: [] }, about, choose(given))

describe('CSV', () => {
  it.each([
    [{}, 'type,text\nperson,Ana\nperson,"Bo, ""the"" Net"'],
    [{ delimiter: '\t' }, 'type\ttext\nperson\tAna\nperson\t"Bo, ""the"" Net"'],
    [{ groupAt: 'last', itemColumn: 'span' }, 'span,type\nAna,person\n"Bo, ""the"" Net",person'],
    [{ empty: 'mark', nothing: 'none' }, 'type,text\nperson,Ana\nperson,"Bo, ""the"" Net"\nlaw,none'],
    [{ quoting: 'always' }, '"type","text"\n"person","Ana"\n"person","Bo, ""the"" Net"'],
  ])('writes a header and a row for each item, with %j', (given, output) => {
    expect(render(people, asked, given)).toBe(output)
    expect(carrier.parse(output, asked, choose(given))).toEqual(people)
  })

  it('writes the values of a field into one cell', () => {
    expect(render(sale, events)).toBe('type,who,what\nsale,,rope|nets')
    expect(render(sale, events, { between: '；', nothing: 'N/A' })).toBe('type,who,what\nsale,N/A,rope；nets')
  })

  it('gives a column to every field, and leaves empty what is not about a row', () => {
    const mixed = {
      schema: [...events.schema, { label: 'law', fields: [] }, { label: 'gift', fields: ['to'] }],
      text: '',
    }
    const answer = [...sale, { label: 'law', items: ['the Act'] }, { label: 'gift', items: [{ to: 'Ana' }] }]
    const output = 'type,text,who,what,to\nsale,,,rope|nets,\nlaw,the Act,,,\ngift,,,,Ana'
    expect(render(answer, mixed)).toBe(output)
    expect(carrier.parse(output, mixed, choose({}))).toEqual(answer)
  })

  it('reads CRLF, a line end after the last row, and quotes where none are needed', () => {
    expect(carrier.parse('type,text\r\n"person",Ana\r\n', asked, choose({}))[0]!.items).toEqual(['Ana'])
  })

  it('is the same table for another reader', () => {
    const cells = fc.string({ unit: 'grapheme' }).filter((text) => !/\p{Surrogate}/u.test(text))
    fc.assert(
      fc.property(fc.array(cells), fc.constantFrom('where-needed', 'always'), (items, quoting) => {
        const output = render([{ label: 'person', items }, people[1]!], asked, { quoting })
        const rows = parse(output, { record_delimiter: '\n' })
        expect(rows).toEqual([['type', 'text'], ...items.map((item) => ['person', item])])
      }),
    )
  })

  it.each([
    [[{ label: 'sale', items: [{ who: 'a|b', what: null }] }], {}, '“a|b” holds “|”, which separates values'],
    [[{ label: 'sale', items: [{ who: '\ud83d', what: null }] }], {}, '“\ud83d” holds half of a character'],
    [sale, { groupColumn: 'who' }, 'two columns would be called “who”'],
    [
      [{ label: 'sale', items: [{ who: '', what: 'x' }] }],
      {},
      'an item of “sale” is the mark for nothing, “”',
    ],
    [
      [{ label: 'sale', items: [{ who: null, what: null }] }],
      { empty: 'mark' },
      'an item of “sale” has no value, as if there were no item',
    ],
  ])('says why it cannot carry %j with %j', (answer, given, why) => {
    expect(carrier.canCarry({ answer, places: [] }, events, choose(given))).toMatchObject({
      carries: false,
      why,
    })
  })

  it.each([
    ['', 'Expected the column “type” at position 0'],
    ['type;text', 'Expected the column “type” at position 0'],
    ['type,text,more', 'Expected no more columns at position 10'],
    ['type,text\nperson', 'Expected 2 cells, found 1 at position 10'],
    ['type,text\nship,Ana', '“ship” was not asked for at position 10'],
    ['type,text\nperson,"Ana', 'A quotation has no end at position 17'],
    ['type,text\nperson,"Ana"x', 'Expected a new line, found "x" at position 22'],
    [
      'type,text\nperson,A"na"',
      'A quotation mark in a cell that does not begin with one, found "\\"" at position 18',
    ],
  ])('refuses %j and says where', (output, message) => {
    expect(() => carrier.parse(output, asked, choose({}))).toThrow(message)
  })
})
