import { describe, expect, it } from 'vitest'
import { jsonRecords as carrier } from '@/lib/formats/json-records/carrier'

const choose = carrier.parameters.parse.bind(carrier.parameters)
const asked = {
  schema: ['person', 'law', 'place'].map((label) => ({ label, fields: [] as string[] })),
  text: 'Rio met Ana',
}
const answer = [
  { label: 'person', items: ['Ana'] },
  { label: 'law', items: [] },
  { label: 'place', items: ['Rio'] },
]
const lowered = { answer, places: [[[{ start: 8, end: 11 }]], [], [[{ start: 0, end: 3 }]]] }
const events = { schema: [{ label: 'founding', fields: ['1', 'who'] }], text: '' }
const founding = [{ label: 'founding', items: [{ '1': null, who: ['Ana', 'Bo'] }] }]

describe('JSON records', () => {
  it('writes an object for each item, group by group', () => {
    const output = carrier.render(lowered, asked, choose({}))
    expect(output).toBe('[{"type": "person", "text": "Ana"}, {"type": "place", "text": "Rio"}]')
    expect(carrier.parse(output, asked, choose({}))).toEqual(answer)
  })

  it('writes them in the order of the text, under the keys that were chosen', () => {
    const chosen = choose({ order: 'by-appearance', groupKey: '类型', itemKey: 'span' })
    const output = carrier.render(lowered, asked, chosen)
    expect(output).toBe('[{"类型": "place", "span": "Rio"}, {"类型": "person", "span": "Ana"}]')
    expect(carrier.parse(output, asked, chosen)).toEqual(answer)
  })

  it('writes the fields of records beside their label, in the order asked for', () => {
    const output = carrier.render({ answer: founding, places: [] }, events, choose({ nothing: 'N/A' }))
    expect(output).toBe('[{"type": "founding", "1": "N/A", "who": ["Ana", "Bo"]}]')
    expect(carrier.parse(output, events, choose({ nothing: 'N/A' }))).toEqual(founding)
  })

  it('says why it cannot carry an answer', () => {
    expect(
      carrier.canCarry({ answer: founding, places: [] }, events, choose({ groupKey: 'who' })),
    ).toMatchObject({
      carries: false,
      code: 'key-is-field',
      params: { name: '“who”' },
      why: 'the key of the label, “who”, is also the name of a field',
    })
    const nowhere = { answer, places: [[null], [], [null]] }
    expect(carrier.canCarry(nowhere, asked, choose({ order: 'by-appearance' }))).toMatchObject({
      carries: false,
      why: 'an item of “person” has no place in the text to order it by',
    })
  })

  it('refuses two keys of one name', () => {
    expect(carrier.parameters.safeParse({ groupKey: 'text' }).success).toBe(false)
  })

  it.each([
    ['{}', 'Expected a list at position 0'],
    ['["x"]', 'Expected an object at position 1'],
    ['[{"text": "x"}]', 'The key “type” is missing at position 1'],
    ['[{"type": null, "text": "x"}]', 'Expected a string at position 10'],
    ['[{"type": "ship", "text": "x"}]', '“ship” was not asked for at position 10'],
    ['[{"type": "law"}]', 'Expected just the keys “type” and “text” at position 1'],
    ['[{"type": "law", "text": "x", "y": "z"}]', 'Expected just the keys “type” and “text” at position 1'],
    ['[{"type": "law", "text": ["x", "y"]}]', 'Expected a string at position 25'],
  ])('refuses %j and says where', (output, message) => {
    expect(() => carrier.parse(output, asked, choose({}))).toThrow(message)
  })
})
