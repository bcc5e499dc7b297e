import type { Parameters } from '@/lib/formats/json-records/schema'
import type { Wording } from '@/lib/formats/model'
import type { PhraseLanguage } from '@/lib/tasks/model'

export function wording(parameters: Parameters): Record<PhraseLanguage, Wording> {
  return { en: english(parameters), zh: chinese(parameters) }
}

function english({ groupKey, itemKey, order, indent, nothing, single }: Parameters): Wording {
  const [group, item] = [`"${groupKey}"`, `"${itemKey}"`]
  const mark = nothing === null ? 'null' : `the string "${nothing}"`
  const sorted =
    order === 'by-group' ? 'Take the {groups} in the order given.' : 'Keep the order of the input.'
  const ending = indent ? `${sorted} Indent the JSON by ${indent} spaces a level.` : sorted
  const values =
    single === 'list'
      ? `The values of these are always a list; where there is none, write ${mark}.`
      : `Several values make a list; where there is none, write ${mark}.`
  return {
    ask: [
      `Answer with a JSON list and nothing else. Each of the {items} is an object whose ${group} is its {group} and whose ${item} is its text. ${ending}`,
      `Give the result as a JSON array of objects of the form {${group}: "…", ${item}: "…"}: the {group} under ${group}, one of the {items} under ${item}. ${ending}`,
      `Write JSON only: one list, in it an object for each of the {items}. Its keys are ${group} for the {group} and ${item} for the words. ${ending}`,
      `Your whole answer is one JSON array. It holds an object for every one of the {items}, with two keys: ${group} names the {group}, ${item} holds the words themselves. ${ending}`,
      `Return the {items} as records in a JSON list, each with ${group} (the {group}) and ${item} (the wording), and without any explanation. ${ending}`,
    ],
    askRecords: [
      `Answer with a JSON list and nothing else. Each of the {items} is an object whose ${group} is its {group}; its other keys are {fields}. ${values} ${ending}`,
      `Give the result as a JSON array of objects. The key ${group} holds the {group}, and these keys describe it: {fields}. ${values} ${ending}`,
      `Write JSON only: one list, in it an object for each of the {items}, with ${group} for the {group} and further the keys {fields}. ${values} ${ending}`,
      `Your whole answer is one JSON array. It holds an object for every one of the {items}: first ${group}, which names the {group}, then {fields}. ${values} ${ending}`,
      `Return the {items} as records in a JSON list, each with ${group} (the {group}) and the keys {fields}, and without any explanation. ${values} ${ending}`,
    ],
    empty: 'no object',
    absent: [
      'A {group} that does not occur has no object in the list; if none occurs, the list is empty.',
      'For a {group} without {items}, write nothing; where nothing at all is found, the answer is [].',
      'Leave out every {group} that has no {items}. With none left, answer with an empty list.',
    ],
  }
}

function chinese({ groupKey, itemKey, order, indent, nothing, single }: Parameters): Wording {
  const [group, item] = [`"${groupKey}"`, `"${itemKey}"`]
  const mark = nothing === null ? ' null' : `字符串 "${nothing}"`
  const sorted = order === 'by-group' ? '按所给{groups}的顺序排列。' : '按在原文中出现的先后排列。'
  const ending = indent ? `${sorted}JSON 每层缩进 ${indent} 个空格。` : sorted
  const values =
    single === 'list'
      ? `这些键的值一律写成列表，没有值时写${mark}。`
      : `有多个值时写成列表，没有值时写${mark}。`
  return {
    ask: [
      `只输出一个 JSON 列表，不要有其他内容。每项{items}是一个对象，${group} 为其{group}，${item} 为其文字。${ending}`,
      `请以 JSON 数组的形式作答，其中的对象形如 {${group}: "……", ${item}: "……"}：${group} 写{group}，${item} 写{items}。${ending}`,
      `答案只能是 JSON：一个列表，每项{items}占一个对象，键 ${group} 表示{group}，键 ${item} 表示文字。${ending}`,
      `整个回答就是一个 JSON 数组。每项{items}对应一个含有两个键的对象：${group} 是{group}的名称，${item} 是文字本身。${ending}`,
      `把各项{items}以记录的形式放进 JSON 列表，每条记录有 ${group}（{group}）和 ${item}（文字），不做任何解释。${ending}`,
    ],
    askRecords: [
      `只输出一个 JSON 列表，不要有其他内容。每项{items}是一个对象，${group} 为其{group}，其余的键为：{fields}。${values}${ending}`,
      `请以 JSON 数组的形式作答。对象的 ${group} 写{group}，并用这些键加以说明：{fields}。${values}${ending}`,
      `答案只能是 JSON：一个列表，每项{items}占一个对象，键 ${group} 表示{group}，另有键：{fields}。${values}${ending}`,
      `整个回答就是一个 JSON 数组。每项{items}对应一个对象：先是表示{group}的 ${group}，然后是{fields}。${values}${ending}`,
      `把各项{items}以记录的形式放进 JSON 列表，每条记录有 ${group}（{group}）以及键{fields}，不做任何解释。${values}${ending}`,
    ],
    empty: '空',
    absent: [
      '没有出现的{group}不写对象；如果都没有出现，列表为空。',
      '某个{group}没有{items}时，什么也不写；什么都没有找到时，答案为 []。',
      '略去没有{items}的{group}，一个不剩时输出空列表。',
    ],
  }
}
