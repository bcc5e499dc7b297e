import { fieldSeparator, type Parameters, SIGNS } from '@/lib/formats/markdown-list/schema'
import type { Wording } from '@/lib/formats/model'
import type { PhraseLanguage } from '@/lib/tasks/model'

export function wording(parameters: Parameters): Record<PhraseLanguage, Wording> {
  return { en: english(parameters), zh: chinese(parameters) }
}

function english(parameters: Parameters): Wording {
  const { between, bullet, empty, layout, nothing, order, sign } = parameters
  const bullets = bullet === '1.' ? 'numbers (1., 2., …)' : `the bullet ${bullet}`
  const shape = {
    nested: 'a Markdown list in which every {group} is a point and its {items} are points indented below it',
    headings:
      'Markdown with a heading of the second level (##) for each {group} and its {items} as a list below',
    flat: `a flat Markdown list in which each point is a {group}, then “${sign}”, then one of its {items}`,
  }[layout]
  const sorted =
    order === 'by-group' ? 'Keep the {groups} in the order given.' : 'Keep the order of the input.'
  const ending = `Mark the points with ${bullets}. ${sorted}`
  const example = `{fields}, each as name${SIGNS[sign]}value`
  const values = `with “${fieldSeparator(parameters)}” between them; several values stand apart by “${between}”, and a missing one is “${nothing}”`
  return {
    ask: [
      `Answer with ${shape}, and nothing else. ${ending}`,
      `Give the result as ${shape}. ${ending} Add no other text.`,
      `Write ${shape}; copy the words as they are. ${ending}`,
      `Your whole answer is ${shape}. ${ending}`,
      `Return ${shape}, without any explanation. ${ending}`,
    ],
    askRecords: [
      `Answer with ${shape}, and nothing else. One of the {items} is one line with ${example}, ${values}. ${ending}`,
      `Give the result as ${shape}. A line states ${example}, ${values}. ${ending} Add no other text.`,
      `Write ${shape}; each of the {items} takes one line and consists of ${example}, ${values}. ${ending}`,
      `Your whole answer is ${shape}. Describe one of the {items} a line by ${example}, ${values}. ${ending}`,
      `Return ${shape}, without any explanation. Each line holds ${example}, ${values}. ${ending}`,
    ],
    empty: `the point “${nothing}”`,
    ...(empty === 'leave-out' && {
      absent: [
        `A {group} without {items} is left out. If nothing is found, answer “${nothing}”.`,
        `Do not list a {group} that does not occur; where none does, the answer is just “${nothing}”.`,
        `Skip every {group} that has no {items}, and write “${nothing}” if none is left.`,
      ],
    }),
  }
}

function chinese(parameters: Parameters): Wording {
  const { between, bullet, empty, layout, nothing, order, sign } = parameters
  const bullets = bullet === '1.' ? '数字编号（1.、2.……）' : `符号 ${bullet}`
  const shape = {
    nested: '一个 Markdown 列表，每个{group}为一项，其{items}缩进列在下面',
    headings: '一段 Markdown，每个{group}用二级标题（##），其{items}以列表写在标题下',
    flat: `一个单层的 Markdown 列表，每一项先写{group}，再写“${sign}”，然后是它的一项{items}`,
  }[layout]
  const sorted = order === 'by-group' ? '{groups}按所给顺序排列。' : '按在原文中出现的先后排列。'
  const ending = `列表项用${bullets}标记。${sorted}`
  const example = `{fields}，每个写成“名称${SIGNS[sign]}值”`
  const values = `彼此以“${fieldSeparator(parameters)}”分隔，有多个值时用“${between}”隔开，没有值时写“${nothing}”`
  return {
    ask: [
      `只输出${shape}，不要有其他内容。${ending}`,
      `请以如下形式作答：${shape}。${ending}不要附加说明。`,
      `写出${shape}，文字照抄原文。${ending}`,
      `整个回答就是${shape}。${ending}`,
      `返回${shape}，不做任何解释。${ending}`,
    ],
    askRecords: [
      `只输出${shape}，不要有其他内容。每项{items}占一行，写明{fields}，每个写成“名称${SIGNS[sign]}值”，${values}。${ending}`,
      `请以如下形式作答：${shape}。每一行写出${example}，${values}。${ending}不要附加说明。`,
      `写出${shape}；每项{items}一行，由以下内容组成：${example}，${values}。${ending}`,
      `整个回答就是${shape}。每行说明一项{items}：${example}，${values}。${ending}`,
      `返回${shape}，不做任何解释。各行包含${example}，${values}。${ending}`,
    ],
    empty: `“${nothing}”一项`,
    ...(empty === 'leave-out' && {
      absent: [
        `没有{items}的{group}不写；如果什么也没有找到，就回答“${nothing}”。`,
        `没有出现的{group}不列出，全都没有出现时只写“${nothing}”。`,
        `略去没有{items}的{group}，一个不剩时写“${nothing}”。`,
      ],
    }),
  }
}
