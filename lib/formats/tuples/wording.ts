import type { Wording } from '@/lib/formats/model'
import type { Parameters } from '@/lib/formats/tuples/schema'
import type { PhraseLanguage } from '@/lib/tasks/model'

export function wording(parameters: Parameters): Record<PhraseLanguage, Wording> {
  return { en: english(parameters), zh: chinese(parameters) }
}

/** A tuple of these parts, in the signs that were chosen. */
function tupleOf(parts: readonly string[], { brackets, delimiter }: Parameters): string {
  const between = /[；，]/.test(delimiter) ? delimiter : delimiter === '|' ? ' | ' : `${delimiter} `
  return `${brackets.charAt(0)}${parts.join(between)}${brackets.charAt(1)}`
}

const PLACES = {
  en: { first: 'first', second: 'in the second place', last: 'last' },
  zh: { first: '第一位', second: '第二位', last: '最后一位' },
} as const

function english(parameters: Parameters): Wording {
  const { between, delimiter, empty, labelAt, layout, nothing, order, quoting } = parameters
  const [words, group] = quoting === 'always' ? ['"words"', '"{group}"'] : ['words', '{group}']
  const form = tupleOf(labelAt === 'first' ? [group, words] : [words, group], parameters)
  const bare = tupleOf(['…'], parameters)
  const place = PLACES.en[labelAt]
  const quotes = quoting === 'always' ? ' Write each part as a JSON string.' : ''
  const lines = layout === 'lines' ? 'Each tuple has its own line' : 'Tuples follow each other with commas'
  const sorted =
    order === 'by-group' ? 'the {groups} come in the order given' : 'their order is that of the input'
  const ending = `${lines}; ${sorted}.${quotes}`
  const values = `Several values in one part stand apart by ${between}; a part without a value is ${nothing}.`
  return {
    ask: [
      `Answer with tuples ${form} and nothing else, one for each of the {items}. ${ending}`,
      `Give every one of the {items} as a tuple of the form ${form}, without any explanation. ${ending}`,
      `Write the result as tuples. A tuple joins the words and their {group}: ${form}. ${ending}`,
      `Your whole answer consists of tuples like ${form}, in which the {group} stands ${place}. ${ending}`,
      `List the {items} as ${form}, with ${delimiter} between the two parts, and add no other text. ${ending}`,
    ],
    askRecords: [
      `Answer with tuples and nothing else, one for each of the {items}: the parts are {fields}, in this order, and the {group} stands ${place}. The form is ${bare} with ${delimiter} between the parts. ${values} ${ending}`,
      `Give every one of the {items} as a tuple ${bare} whose parts, separated by ${delimiter}, are {fields}; put the {group} ${place}. ${values} ${ending}`,
      `Write the result as tuples of the form ${bare}. Take {fields} as parts, keep their order, separate them by ${delimiter}, and insert the {group} ${place}. ${values} ${ending}`,
      `Your whole answer consists of tuples ${bare}: {fields}, and ${place} the {group}, with ${delimiter} as separator. ${values} ${ending}`,
      `List the {items} as tuples in this notation: ${bare}. Between two parts stands ${delimiter}. The {group} comes ${place}, the rest are {fields}. ${values} ${ending}`,
    ],
    empty: `a tuple with ${nothing} in place of the words`,
    ...(empty === 'leave-out' && {
      absent: [
        `A {group} without {items} gets no tuple. If nothing at all is found, answer ${nothing}.`,
        `Write no tuple for a {group} that does not occur; where none occurs, the answer is just ${nothing}.`,
        `Leave out every {group} that has no {items}, and write ${nothing} if none is left.`,
      ],
    }),
  }
}

function chinese(parameters: Parameters): Wording {
  const { between, delimiter, empty, labelAt, layout, nothing, order, quoting } = parameters
  const [words, group] = quoting === 'always' ? ['"文字"', '"{group}"'] : ['文字', '{group}']
  const form = tupleOf(labelAt === 'first' ? [group, words] : [words, group], parameters)
  const bare = tupleOf(['……'], parameters)
  const place = PLACES.zh[labelAt]
  const quotes = quoting === 'always' ? '各部分都写成 JSON 字符串。' : ''
  const lines = layout === 'lines' ? '每个元组占一行' : '元组之间用逗号隔开'
  const sorted = order === 'by-group' ? '按所给{groups}的顺序排列' : '按在原文中出现的先后排列'
  const ending = `${lines}，${sorted}。${quotes}`
  const values = `同一部分有多个值时用 ${between} 隔开，没有值时写 ${nothing}。`
  return {
    ask: [
      `只输出形如 ${form} 的元组，不要有其他内容，每项{items}一个。${ending}`,
      `请把每项{items}写成元组 ${form}，不做任何解释。${ending}`,
      `以元组的形式给出结果，每个元组由文字及其{group}组成：${form}。${ending}`,
      `整个回答由 ${form} 这样的元组组成，{group}写在${place}。${ending}`,
      `按 ${form} 的写法列出{items}，两部分之间用 ${delimiter} 分隔，不要附加其他文字。${ending}`,
    ],
    askRecords: [
      `只输出元组，不要有其他内容，每项{items}一个：各部分依次为{fields}，{group}写在${place}。写法为 ${bare}，各部分之间用 ${delimiter} 分隔。${values}${ending}`,
      `请把每项{items}写成元组 ${bare}，其中以 ${delimiter} 分隔的各部分是{fields}，并把{group}放在${place}。${values}${ending}`,
      `以 ${bare} 形式的元组给出结果：按顺序取{fields}作为各部分，用 ${delimiter} 隔开，{group}插在${place}。${values}${ending}`,
      `整个回答由元组 ${bare} 组成：{fields}，以及位于${place}的{group}，分隔符为 ${delimiter}。${values}${ending}`,
      `用 ${bare} 这种写法列出各项{items}，两部分之间写 ${delimiter}。{group}在${place}，其余是{fields}。${values}${ending}`,
    ],
    empty: `以 ${nothing} 代替文字的元组`,
    ...(empty === 'leave-out' && {
      absent: [
        `没有{items}的{group}不写元组；如果什么也没有找到，就回答 ${nothing}。`,
        `没有出现的{group}不占元组，全都没有出现时只写 ${nothing}。`,
        `略去没有{items}的{group}，一个不剩时写 ${nothing}。`,
      ],
    }),
  }
}
