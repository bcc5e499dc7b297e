import { describe, expect, it } from 'vitest'
import { xml as carrier } from '@/lib/formats/xml/carrier'

const choose = carrier.parameters.parse.bind(carrier.parameters)
const asked = { schema: ['port town', 'law'].map((label) => ({ label, fields: [] as string[] })), text: '' }
const towns = [
  { label: 'port town', items: ['Rio & <Sons>', ' a\r\nb '] },
  { label: 'law', items: [] as string[] },
]
const relations = { schema: [{ label: 'owns', fields: ['head', 'of what'] }], text: '' }
const owns = [{ label: 'owns', items: [{ head: null, 'of what': ['net', ''] }] }]

describe('XML', () => {
  it.each([
    [{}, '<answer><port_town>Rio &amp; &lt;Sons&gt;</port_town><port_town> a&#13;\nb </port_town></answer>'],
    [
      { layout: 'typed-items', root: 'found', item: 'town', label: 'kind', indent: 2 },
      '<found>\n  <town kind="port town">Rio &amp; &lt;Sons&gt;</town>\n  <town kind="port town"> a&#13;\nb </town>\n</found>',
    ],
    [
      { layout: 'groups', empty: 'mark' },
      '<answer><group type="port town"><item>Rio &amp; &lt;Sons&gt;</item><item> a&#13;\nb </item></group><group type="law"/></answer>',
    ],
  ])('writes an element for each item, with %j', (given, output) => {
    expect(carrier.render({ answer: towns, places: [] }, asked, choose(given))).toBe(output)
    expect(carrier.parse(output, asked, choose(given))).toEqual(towns)
  })

  it.each([
    [{}, '<answer><owns><of_what>net</of_what><of_what></of_what></owns></answer>'],
    [
      { layout: 'groups', nothing: 'none' },
      '<answer><group type="owns"><item><field name="head">none</field><field name="of what">net</field><field name="of what"></field></item></group></answer>',
    ],
  ])('writes fields as elements, with %j', (given, output) => {
    expect(carrier.render({ answer: owns, places: [] }, relations, choose(given))).toBe(output)
    expect(carrier.parse(output, relations, choose(given))).toEqual(owns)
  })

  it('reads entities, CDATA and any space between elements', () => {
    const output = '\n<answer >\n <port_town><![CDATA[R&D]]>&#x41;</port_town>\n</answer>\n'
    expect(carrier.parse(output, asked, choose({}))[0]!.items).toEqual(['R&DA'])
  })

  it('says why it cannot carry an answer', () => {
    const why = (items: string[], labels = ['port town', 'law']) => {
      const answer = labels.map((label, i) => ({ label, items: i ? [] : items }))
      const schema = labels.map((label) => ({ label, fields: [] }))
      const carriage = carrier.canCarry({ answer, places: [] }, { schema, text: '' }, choose({}))
      return carriage.carries || carriage.why
    }
    expect(why(['a\u0001'])).toBe('“a\u0001” holds a character that XML does not allow')
    expect(why([], ['port town', 'port_town'])).toBe('two names would become the element “port_town”')
    expect(why(['<b>&amp;</b>'])).toBe(true)
  })

  it.each([
    ['', 'document must contain a root element. at position 0'],
    ['<found/>', 'Expected the element “answer” at position 0'],
    ['<answer><ship>x</ship></answer>', '“ship” was not asked for at position 8'],
    ['<answer>x</answer>', 'Text where only elements belong at position 0'],
    ['<answer><law>x<b/></law></answer>', 'An element where only text belongs at position 14'],
    ['<answer><law id="1">x</law></answer>', 'The attribute “id” was not asked for at position 8'],
    ['<answer><law>x</answer>', 'unexpected close tag'],
    ['<answer><law>&nope;</law></answer>', 'undefined entity'],
    ['<!DOCTYPE answer [<!ENTITY a "b">]><answer/>', 'A document type'],
    ['<answer><!-- x --></answer>', 'A comment'],
    ['<answer/><answer/>', 'documents may contain only one root'],
  ])('refuses %j', (output, message) => {
    expect(() => carrier.parse(output, asked, choose({}))).toThrow(message)
  })
})
