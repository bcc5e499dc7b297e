import type { Wording } from '@/lib/formats/model'
import type { Parameters } from '@/lib/formats/yaml/schema'
import type { PhraseLanguage } from '@/lib/tasks/model'

export function wording(parameters: Parameters): Record<PhraseLanguage, Wording> {
  return { en: english(parameters), zh: chinese(parameters) }
}

function english({ layout, groupKey, itemKey, indent, quoting, order, empty, nothing }: Parameters): Wording {
  const isByLabel = layout === 'by-label'
  const shape = isByLabel
    ? `a mapping whose keys are the {groups} and whose values are lists of their {items}`
    : `a list with a mapping for each of the {items}: ${groupKey} holds its {group}, ${itemKey} its words`
  const records = isByLabel
    ? `a mapping whose keys are the {groups} and whose values are lists of mappings with the keys {fields}`
    : `a list with a mapping for each of the {items}: first ${groupKey}, which holds its {group}, then {fields}`
  const quotes = {
    'where-needed': 'Quote only what YAML would read as something else than words.',
    single: 'Put values in single quotes.',
    double: 'Put values in double quotes.',
  }[quoting]
  const sorted =
    order === 'by-group' ? 'Keep the {groups} in the order given.' : 'Keep the order of the input.'
  const lists = isByLabel ? ` Indent lists by ${indent} spaces.` : ''
  const ending = `${quotes} ${sorted}${lists}`
  const values = `Several values stand in brackets, and a missing one is ${nothing}.`
  return {
    ask: [
      `Answer in YAML and nothing else: ${shape}. ${ending}`,
      `Give the result as a YAML document, namely ${shape}. ${ending}`,
      `Write block-style YAML only. It is ${shape}. ${ending}`,
      `Your whole answer is YAML that a parser can load: ${shape}. ${ending}`,
      `Return YAML without a code fence or any explanation. Its content is ${shape}. ${ending}`,
    ],
    askRecords: [
      `Answer in YAML and nothing else: ${records}. ${values} ${ending}`,
      `Give the result as a YAML document, namely ${records}. ${values} ${ending}`,
      `Write block-style YAML only. It is ${records}. ${values} ${ending}`,
      `Your whole answer is YAML that a parser can load: ${records}. ${values} ${ending}`,
      `Return YAML without a code fence or any explanation. Its content is ${records}. ${values} ${ending}`,
    ],
    empty: isByLabel ? 'an empty list, []' : 'no entry',
    ...((!isByLabel || empty === 'leave-out') && {
      absent: [
        `A {group} without {items} does not appear; if nothing is found, answer ${isByLabel ? '{}' : '[]'}.`,
        `Write nothing for a {group} that does not occur. Where none does, the answer is ${isByLabel ? '{}' : '[]'}.`,
        `Leave out every {group} that has no {items}, and write ${isByLabel ? '{}' : '[]'} if none is left.`,
      ],
    }),
  }
}

function chinese({ layout, groupKey, itemKey, indent, quoting, order, empty, nothing }: Parameters): Wording {
  const isByLabel = layout === 'by-label'
  const shape = isByLabel
    ? '一个映射，以各个{group}为键，以其{items}的列表为值'
    : `一个列表，每项{items}是一个映射，${groupKey} 写{group}，${itemKey} 写文字`
  const records = isByLabel
    ? '一个映射，以各个{group}为键，值为映射的列表，其中的键为：{fields}'
    : `一个列表，每项{items}是一个映射，先是写明{group}的 ${groupKey}，然后是{fields}`
  const quotes = {
    'where-needed': '只有会被 YAML 误读的内容才加引号。',
    single: '值加单引号。',
    double: '值加双引号。',
  }[quoting]
  const sorted = order === 'by-group' ? '{groups}按所给顺序排列。' : '按在原文中出现的先后排列。'
  const lists = isByLabel ? `列表缩进 ${indent} 个空格。` : ''
  const ending = `${quotes}${sorted}${lists}`
  const values = `有多个值时写在方括号里，没有值时写 ${nothing}。`
  return {
    ask: [
      `只输出 YAML，不要有其他内容：${shape}。${ending}`,
      `请以 YAML 文档作答，内容为${shape}。${ending}`,
      `只写块样式的 YAML，即${shape}。${ending}`,
      `整个回答就是可以被解析的 YAML：${shape}。${ending}`,
      `返回 YAML，不加代码围栏，也不做任何解释，内容是${shape}。${ending}`,
    ],
    askRecords: [
      `只输出 YAML，不要有其他内容：${records}。${values}${ending}`,
      `请以 YAML 文档作答，内容为${records}。${values}${ending}`,
      `只写块样式的 YAML，即${records}。${values}${ending}`,
      `整个回答就是可以被解析的 YAML：${records}。${values}${ending}`,
      `返回 YAML，不加代码围栏，也不做任何解释，内容是${records}。${values}${ending}`,
    ],
    empty: isByLabel ? '空列表 []' : '空',
    ...((!isByLabel || empty === 'leave-out') && {
      absent: [
        `没有{items}的{group}不写；如果什么也没有找到，就回答 ${isByLabel ? '{}' : '[]'}。`,
        `没有出现的{group}什么也不写，全都没有出现时答案为 ${isByLabel ? '{}' : '[]'}。`,
        `略去没有{items}的{group}，一个不剩时写 ${isByLabel ? '{}' : '[]'}。`,
      ],
    }),
  }
}
