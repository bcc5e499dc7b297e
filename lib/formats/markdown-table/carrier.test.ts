import { describe, expect, it } from 'vitest'
import { markdownTable as carrier } from '@/lib/formats/markdown-table/carrier'
import type { Answer } from '@/lib/tasks/model'

const choose = carrier.parameters.parse.bind(carrier.parameters)
const asked = { schema: ['person', 'law'].map((label) => ({ label, fields: [] as string[] })), text: '' }
const people = [
  { label: 'person', items: ['Ana|Bo', ' a\nb '] },
  { label: 'law', items: [] },
]
const events = { schema: [{ label: 'sale', fields: ['who', 'what'] }], text: '' }
const sale = [{ label: 'sale', items: [{ who: null, what: ['rope', 'nets; lines'] }] }]
const render = (answer: Answer, about: typeof events, given = {}) =>
  carrier.render({ answer, places: [] }, about, choose(given))
const HEAD = '| Type | Text |\n| --- | --- |'

describe('Markdown table', () => {
  it.each([
    [{}, `${HEAD}\n| person | Ana\\|Bo |\n| person | \\u0020a\\nb\\u0020 |`],
    [
      { groupAt: 'last', groupColumn: '类型', itemColumn: '文字', empty: 'mark', nothing: '无' },
      '| 文字 | 类型 |\n| --- | --- |\n| Ana\\|Bo | person |\n| \\u0020a\\nb\\u0020 | person |\n| 无 | law |',
    ],
  ])('writes a row for each item, with %j', (given, output) => {
    expect(render(people, asked, given)).toBe(output)
    expect(carrier.parse(output, asked, choose(given))).toEqual(people)
  })

  it('writes fields as columns, and escapes what separates values', () => {
    const output = '| Type | who | what |\n| --- | --- | --- |\n| sale | - | rope; nets\\; lines |'
    expect(render(sale, events)).toBe(output)
    expect(carrier.parse(output, events, choose({}))).toEqual(sale)
  })

  it('reads padded cells, any width of dashes and a last line end', () => {
    const output = '|Type   |  Text|\n|:---|:------:|\n| person |Ana  |  \n'
    expect(carrier.parse(output, asked, choose({}))[0]!.items).toEqual(['Ana'])
  })

  it('says why it cannot carry an answer', () => {
    const lowered = { answer: sale, places: [] }
    expect(carrier.canCarry(lowered, events, choose({ groupColumn: 'what' }))).toMatchObject({
      carries: false,
      why: 'two columns would be called “what”',
    })
  })

  it.each([
    ['', 'Expected |, found the end at position 0'],
    ['| Type | Words |', 'Expected a row of dashes under the header at position 0'],
    ['| Type | Words |\n| --- | --- |', 'Expected the column “Text” at position 9'],
    ['| Type | Text |\n| --- |', 'Expected a row of dashes under the header at position 16'],
    [`${HEAD}\n| person |`, 'Expected 2 cells, found 1 at position 30'],
    [`${HEAD}\n| person | Ana`, 'Expected |, found the end at position 44'],
    [`${HEAD}\n| person | \\q |`, '\\ begins no escape at position 41'],
    [`${HEAD}\n| ship | Ana |`, '“ship” was not asked for at position 31'],
    [`${HEAD}\n\nDone.`, 'Expected |, found "\\n" at position 30'],
  ])('refuses %j and says where', (output, message) => {
    expect(() => carrier.parse(output, asked, choose({}))).toThrow(message)
  })
})
