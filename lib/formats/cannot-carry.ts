import { type Carriage, type CarriageFault, shown } from '@/lib/formats/model'

type Fault = { [Code in CarriageFault]: [code: Code, ...values: Values<Code>] }[CarriageFault]
type Values<Code extends CarriageFault> = (typeof sentences)[Code] extends () => string
  ? []
  : [values: Parameters<(typeof sentences)[Code]>[0]]
type Named<Name extends string> = Record<Name, string>

/** Why a carrier cannot hold an answer: a code with its values for the screens, and a sentence for everyone else. */
export function cannotCarry(...fault: Fault): Extract<Carriage, { carries: false }> {
  const [code, values = {}] = fault as [CarriageFault, Record<string, string>?]
  const short = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(value)]))
  const say = sentences[code] as (values: Record<string, string>) => string
  return { carries: false, code, params: short, why: say(short) }
}

const sentences = {
  'group-twice': ({ name }: Named<'name'>) => `two groups are called ${name}`,
  'field-twice': ({ label, name }: Named<'label' | 'name'>) => `${label} has two fields called ${name}`,
  'groups-differ': () => 'the answer does not have the groups that were asked for',
  'fields-differ': ({ label }: Named<'label'>) =>
    `an item of ${label} does not have the fields that were asked for`,
  'column-twice': ({ name }: Named<'name'>) => `two columns would be called ${name}`,
  'element-twice': ({ name }: Named<'name'>) => `two names would become the element ${name}`,
  'key-is-field': ({ name }: Named<'name'>) => `the key of the label, ${name}, is also the name of a field`,
  'item-is-mark': ({ label, mark }: Named<'label' | 'mark'>) =>
    `an item of ${label} is the mark for nothing, ${mark}`,
  'item-bare': ({ label }: Named<'label'>) => `an item of ${label} has no value, as if there were no item`,
  'item-unplaced': ({ label }: Named<'label'>) =>
    `an item of ${label} has no place in the text to order it by`,
  'item-is-record': ({ label }: Named<'label'>) =>
    `an item of ${label} is a record, which has no one place in the text`,
  'items-unordered': ({ label }: Named<'label'>) => `the items of ${label} are not in the order of the text`,
  'label-no-tag': ({ label }: Named<'label'>) => `the label ${label} cannot be a tag`,
  'text-holds-tag': ({ tag }: Named<'tag'>) => `the text itself holds ${tag}, which would be read as a tag`,
  'value-unplaced': ({ value }: Named<'value'>) => `${value} has no place in the text`,
  'value-in-pieces': ({ value }: Named<'value'>) => `${value} stands in several pieces`,
  'value-elsewhere': ({ value }: Named<'value'>) => `${value} is not what the text has at its place`,
  'value-divided': ({ value, mark }: Named<'value' | 'mark'>) =>
    `${value} holds ${mark}, which separates values`,
  'mentions-cross': () => 'two mentions cross, so that neither lies within the other',
  'xml-character': ({ value }: Named<'value'>) => `${value} holds a character that XML does not allow`,
  'half-character': ({ value }: Named<'value'>) => `${value} holds half of a character`,
}
