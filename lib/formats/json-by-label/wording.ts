import type { Parameters } from '@/lib/formats/json-by-label/schema'
import type { Wording } from '@/lib/formats/model'
import type { PhraseLanguage } from '@/lib/tasks/model'

export function wording(parameters: Parameters): Record<PhraseLanguage, Wording> {
  return { en: english(parameters), zh: chinese(parameters) }
}

function english({ indent, nothing, single }: Parameters): Wording {
  const indented = indent ? ` Indent the JSON by ${indent} spaces a level.` : ''
  const mark = nothing === null ? 'null' : `the string "${nothing}"`
  const values =
    single === 'list'
      ? `The values of a field are always a list; a field without a value is ${mark}.`
      : `A field with several values holds a list of them; one without a value is ${mark}.`
  return {
    ask: [
      'Answer with one JSON object and nothing else. Its keys are the {groups}, in the order given; the value of each is the list of its {items}.',
      'Give the result as a JSON object that maps each {group}, in the order above, to a list of its {items}. Add no other text.',
      'Write JSON only: an object with one entry per {group}, ordered as listed, whose value is an array of {items}.',
      'Your whole answer is a single JSON object. Use every {group} once as a key, keep their order, and put its {items} into an array.',
      'Return JSON of the form {"name of the {group}": ["…", "…"], …}, with all {groups} in the order in which they are named, and without any explanation.',
    ].map((sentence) => sentence + indented),
    askRecords: [
      `Answer with one JSON object and nothing else. Its keys are the {groups}, in the order given; the value of each is a list of objects, one for each of its {items}, with the keys {fields}. ${values}`,
      `Give the result as a JSON object that maps each {group}, in the order above, to a list. Every entry of the list is an object with these keys: {fields}. ${values} Add no other text.`,
      `Write JSON only: an object with one entry per {group}, ordered as listed, whose value is an array of objects. Each object stands for one of the {items} and has the keys {fields}. ${values}`,
      `Your whole answer is a single JSON object. Use every {group} once as a key, keep their order, and describe its {items} by an array of objects with the keys {fields}. ${values}`,
      `Return JSON of the form {"name of the {group}": [{…}, {…}], …}, with all {groups} in the order in which they are named. The inner objects have the keys {fields}. ${values} Explain nothing.`,
    ].map((sentence) => sentence + indented),
    empty: 'an empty list',
  }
}

function chinese({ indent, nothing, single }: Parameters): Wording {
  const indented = indent ? `JSON 每层缩进 ${indent} 个空格。` : ''
  const mark = nothing === null ? ' null' : `字符串 "${nothing}"`
  const values =
    single === 'list'
      ? `字段的值一律写成列表；没有值的字段写${mark}。`
      : `字段有多个值时写成列表，没有值时写${mark}。`
  return {
    ask: [
      '只输出一个 JSON 对象，不要有其他内容。以各个{group}为键，按给出的顺序排列，值为该{group}的{items}列表。',
      '请以 JSON 对象的形式作答：按上面的顺序，把每个{group}对应到它的{items}列表，不要附加说明。',
      '答案只能是 JSON：每个{group}占一项，顺序与所列一致，值是由{items}组成的数组。',
      '整个回答就是一个 JSON 对象。每个{group}作为键恰好出现一次，保持原有顺序，其{items}放在数组里。',
      '返回形如 {"{group}名称": ["……", "……"], ……} 的 JSON，按所给顺序列出全部{groups}，不做任何解释。',
    ].map((sentence) => sentence + indented),
    askRecords: [
      `只输出一个 JSON 对象，不要有其他内容。以各个{group}为键，按给出的顺序排列，值为对象列表，每个对象对应一项{items}，键为：{fields}。${values}`,
      `请以 JSON 对象的形式作答：按上面的顺序，把每个{group}对应到一个列表，列表中的每一项都是含有这些键的对象：{fields}。${values}不要附加说明。`,
      `答案只能是 JSON：每个{group}占一项，顺序与所列一致，值是由对象组成的数组。每个对象表示一项{items}，键有：{fields}。${values}`,
      `整个回答就是一个 JSON 对象。每个{group}作为键恰好出现一次，保持原有顺序，其{items}写成对象数组，对象的键为：{fields}。${values}`,
      `返回形如 {"{group}名称": [{……}, {……}], ……} 的 JSON，按所给顺序列出全部{groups}，里层对象的键为：{fields}。${values}不做任何解释。`,
    ].map((sentence) => sentence + indented),
    empty: '空列表',
  }
}
