import type { Parameters } from '@/lib/formats/csv/schema'
import type { Wording } from '@/lib/formats/model'
import type { PhraseLanguage } from '@/lib/tasks/model'

export function wording(parameters: Parameters): Record<PhraseLanguage, Wording> {
  return { en: english(parameters), zh: chinese(parameters) }
}

const DELIMITERS = {
  en: { ',': 'a comma', ';': 'a semicolon', '\t': 'a tab', '|': 'a bar (|)' },
  zh: { ',': '逗号', ';': '分号', '\t': '制表符', '|': '竖线（|）' },
} as const

function english(parameters: Parameters): Wording {
  const { groupColumn, itemColumn, groupAt, order, empty, nothing, between, quoting } = parameters
  const delimiter = DELIMITERS.en[parameters.delimiter]
  const [group, item] = [`"${groupColumn}"`, `"${itemColumn}"`]
  const [one, other] = groupAt === 'first' ? [group, item] : [item, group]
  const place = groupAt === 'first' ? 'first' : 'last'
  const quotes =
    quoting === 'always'
      ? 'Put every cell in double quotes.'
      : 'Use double quotes only where a cell needs them.'
  const sorted =
    order === 'by-group' ? 'Take the {groups} in the order given.' : 'Order the rows as the input does.'
  const mark = nothing === '' ? 'stays empty' : `reads ${nothing}`
  const values = `Several values share a cell, with ${between} between them; a cell without a value ${mark}.`
  return {
    ask: [
      `Answer in CSV and nothing else, with ${delimiter} between the cells. The header is ${one}, ${other}; then comes a row for each of the {items}. ${quotes} ${sorted}`,
      `Give the result as a CSV table with ${delimiter} as separator and the columns ${one} and ${other}: ${group} for the {group}, ${item} for the words. ${quotes} ${sorted}`,
      `Write the {items} as CSV rows under the header ${one}, ${other}, each cell set apart by ${delimiter}. ${quotes} ${sorted} Add no other text.`,
      `Your whole answer is a CSV file: a first line with ${one} and ${other}, below it one line for each of the {items}, cells separated by ${delimiter}. ${quotes} ${sorted}`,
      `Return CSV (separator: ${delimiter}). Column ${group} holds the {group}, column ${item} the text; ${one} comes first. ${quotes} ${sorted} Explain nothing.`,
    ],
    askRecords: [
      `Answer in CSV and nothing else, with ${delimiter} between the cells. Each of the {items} is a row; its {group} stands in the ${place} column, ${group}, the other columns are {fields}. ${values} ${quotes} ${sorted}`,
      `Give the result as a CSV table with ${delimiter} as separator. Columns: ${group} (the {group}, which comes ${place}), {fields}. ${values} ${quotes} ${sorted}`,
      `Write the {items} as CSV rows under a header, each cell set apart by ${delimiter}. The header names {fields}, and ${group} for the {group}, which comes ${place}. ${values} ${quotes} ${sorted}`,
      `Your whole answer is a CSV file: a first line with the names of the columns, below it one line for each of the {items}, cells separated by ${delimiter}. The ${place} column is ${group}, the {group}; the rest are {fields}. ${values} ${quotes} ${sorted}`,
      `Return CSV (separator: ${delimiter}) with the columns {fields} and, ${place} of all, ${group} for the {group}. ${values} ${quotes} ${sorted} Explain nothing.`,
    ],
    empty: nothing === '' ? 'a row whose other cells are empty' : `a row with ${nothing}`,
    ...(empty === 'leave-out' && {
      absent: [
        'A {group} without {items} gets no row; if nothing is found, write only the header.',
        'Write no row for a {group} that does not occur. A header alone says that none does.',
        'Leave out every {group} that has no {items}; the header stays in any case.',
      ],
    }),
  }
}

function chinese(parameters: Parameters): Wording {
  const { groupColumn, itemColumn, groupAt, order, empty, nothing, between, quoting } = parameters
  const delimiter = DELIMITERS.zh[parameters.delimiter]
  const [group, item] = [`"${groupColumn}"`, `"${itemColumn}"`]
  const [one, other] = groupAt === 'first' ? [group, item] : [item, group]
  const place = groupAt === 'first' ? '第一列' : '最后一列'
  const quotes = quoting === 'always' ? '所有单元格都加双引号。' : '只在必要时给单元格加双引号。'
  const sorted = order === 'by-group' ? '按所给{groups}的顺序排列。' : '各行按在原文中出现的先后排列。'
  const mark = nothing === '' ? '留空' : `写 ${nothing}`
  const values = `一格中有多个值时用 ${between} 隔开，没有值时${mark}。`
  return {
    ask: [
      `只输出 CSV，不要有其他内容，单元格之间用${delimiter}分隔。表头为 ${one} 和 ${other}，其后每项{items}占一行。${quotes}${sorted}`,
      `请以 CSV 表格作答，分隔符为${delimiter}，各列为 ${one}、${other}：${group} 写{group}，${item} 写文字。${quotes}${sorted}`,
      `把各项{items}写成 CSV 的行，表头是 ${one} 和 ${other}，单元格以${delimiter}隔开。${quotes}${sorted}不要附加其他文字。`,
      `整个回答就是一份 CSV：第一行是 ${one} 和 ${other}，以下每项{items}一行，用${delimiter}分隔单元格。${quotes}${sorted}`,
      `返回 CSV（分隔符：${delimiter}）。${group} 列写{group}，${item} 列写文字，${one} 在前。${quotes}${sorted}不做任何解释。`,
    ],
    askRecords: [
      `只输出 CSV，不要有其他内容，单元格之间用${delimiter}分隔。每项{items}占一行，{group}写在${place} ${group}，其余各列为：{fields}。${values}${quotes}${sorted}`,
      `请以 CSV 表格作答，分隔符为${delimiter}。各列为：${group}（{group}，${place}）、{fields}。${values}${quotes}${sorted}`,
      `把各项{items}写成 CSV 的行并加上表头，单元格以${delimiter}隔开。表头有{fields}，以及${place}的 ${group}，表示{group}。${values}${quotes}${sorted}`,
      `整个回答就是一份 CSV：第一行是列名，以下每项{items}一行，用${delimiter}分隔单元格。${place}是 ${group}，写{group}，其余为{fields}。${values}${quotes}${sorted}`,
      `返回 CSV（分隔符：${delimiter}），列有{fields}，${place}是表示{group}的 ${group}。${values}${quotes}${sorted}不做任何解释。`,
    ],
    empty: nothing === '' ? '其余单元格留空的一行' : `写有 ${nothing} 的一行`,
    ...(empty === 'leave-out' && {
      absent: [
        '没有{items}的{group}不写任何行；如果什么也没有找到，只写表头。',
        '没有出现的{group}不占行，只有表头就表示全都没有。',
        '略去没有{items}的{group}，表头始终保留。',
      ],
    }),
  }
}
