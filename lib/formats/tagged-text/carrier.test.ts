import { describe, expect, it } from 'vitest'
import { taggedText as carrier } from '@/lib/formats/tagged-text/carrier'
import type { Lowered } from '@/lib/tasks/model'

const choose = carrier.parameters.parse.bind(carrier.parameters)
const text = '👩‍🚒 Ana Lund of Port Ana'
const asked = {
  schema: ['person', 'port town', 'law'].map((label) => ({ label, fields: [] as string[] })),
  text,
}
const at = (start: number, end: number) => [{ start, end }]
const answer = [
  { label: 'person', items: ['Ana Lund', 'Ana'] },
  { label: 'port town', items: ['Port Ana'] },
  { label: 'law', items: [] },
]
const lowered = { answer, places: [[at(4, 12), at(21, 24)], [at(16, 24)], []] }
const one = (items: string[], places: ({ start: number; end: number }[] | null)[]) => ({
  answer: [{ label: 'person', items }, ...answer.slice(1).map(({ label }) => ({ label, items: [] }))],
  places: [places, [], []],
})

describe('Tagged text', () => {
  it.each([
    [{}, '👩‍🚒 <person>Ana Lund</person> of <port town>Port <person>Ana</person></port town>'],
    [
      { style: 'square' },
      '👩‍🚒 [person]Ana Lund[/person] of [port town]Port [person]Ana[/person][/port town]',
    ],
    [{ style: 'suffix' }, '👩‍🚒 [Ana Lund|person] of [Port [Ana|person]|port town]'],
  ])('marks mentions where they stand, nested ones too, with %j', (given, output) => {
    expect(carrier.canCarry(lowered, asked, choose(given))).toEqual({ carries: true })
    expect(carrier.render(lowered, asked, choose(given))).toBe(output)
    expect(carrier.parse(output, asked, choose(given))).toEqual(answer)
  })

  it('repeats the text where nothing is found', () => {
    expect(carrier.render(one([], []), asked, choose({}))).toBe(text)
    expect(carrier.parse(text, asked, choose({})).every(({ items }) => items.length === 0)).toBe(true)
  })

  it.each([
    [
      one(['Ana Lund', 'Lund of'], [at(4, 12), at(8, 15)]),
      'two mentions cross, so that neither lies within the other',
    ],
    [one(['Ana Ana'], [[...at(4, 7), ...at(21, 24)]]), '“Ana Ana” stands in several pieces'],
    [one(['Ana'], [null]), '“Ana” has no place in the text'],
    [one(['Bo'], [at(4, 7)]), '“Bo” is not what the text has at its place'],
    [one(['Ana'], [at(21, 99)]), '“Ana” is not what the text has at its place'],
    [one(['Ana', 'Ana'], [at(21, 24), at(4, 7)]), 'the items of “person” are not in the order of the text'],
  ])('says why it cannot carry %j', (given, why) => {
    expect(carrier.canCarry(given, asked, choose({}))).toMatchObject({ carries: false, why })
  })

  it('says why it cannot carry records, tags in the text, or labels that are no tag', () => {
    const events = { schema: [{ label: 'sale', fields: ['who'] }], text }
    const sale = { answer: [{ label: 'sale', items: [{ who: 'Ana' }] }], places: [[null]] }
    const why = (given: Lowered, about: typeof asked) => {
      const carriage = carrier.canCarry(given, about, choose({}))
      return carriage.carries || carriage.why
    }
    expect(why(sale, events)).toBe('an item of “sale” is a record, which has no one place in the text')
    const tagged = 'see <law> below'
    const none = one([], [])
    expect(why(none, { ...asked, text: tagged })).toBe(
      'the text itself holds “<law>”, which would be read as a tag',
    )
    const odd = { schema: [{ label: 'a/b', fields: [] }], text }
    expect(why({ answer: [{ label: 'a/b', items: [] }], places: [[]] }, odd)).toBe(
      'the label “a/b” cannot be a tag',
    )
  })

  it.each([
    ['👩‍🚒 Ana', 'The text goes on, found the end at position 9'],
    ['👩‍🚒 Anna Lund of Port Ana', 'Not what the text has here, found "n" at position 8'],
    ['👩‍🚒 <ship>Ana</ship> Lund of Port Ana', 'Not what the text has here, found "<" at position 6'],
    ['👩‍🚒 <person>Ana Lund of Port Ana', 'A tag is never closed at position 6'],
    ['👩‍🚒 <person>Ana</law> Lund of Port Ana', '“</law>” closes what was not opened at position 17'],
    ['👩‍🚒 <law></law>Ana Lund of Port Ana', 'A tag without words at position 11'],
    ['👩‍🚒 Ana Lund of Port Ana.', 'Not what the text has here, found "." at position 26'],
  ])('refuses %j and says where', (output, message) => {
    expect(() => carrier.parse(output, asked, choose({}))).toThrow(message)
  })
})
