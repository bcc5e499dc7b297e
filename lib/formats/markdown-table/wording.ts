import type { Parameters } from '@/lib/formats/markdown-table/schema'
import type { Wording } from '@/lib/formats/model'
import type { PhraseLanguage } from '@/lib/tasks/model'

export function wording(parameters: Parameters): Record<PhraseLanguage, Wording> {
  return { en: english(parameters), zh: chinese(parameters) }
}

function english({ groupColumn, itemColumn, groupAt, order, empty, nothing, between }: Parameters): Wording {
  const columns = [`“${groupColumn}”`, `“${itemColumn}”`]
  const [one, other] = groupAt === 'first' ? columns : columns.toReversed()
  const place = groupAt === 'first' ? 'the first column' : 'the last column'
  const sorted =
    order === 'by-group' ? 'Go through the {groups} in the order given.' : 'Order the rows as the input does.'
  const values = `Several values in a cell stand apart by “${between}”; a cell without a value gets “${nothing}”.`
  const escaped = String.raw`A bar within a cell is written \|.`
  return {
    ask: [
      `Answer with a Markdown table and nothing else. Its columns are ${one} and ${other}; each of the {items} has a row of its own. ${sorted}`,
      `Give the result as a Markdown table with the header ${one}, ${other}. ${columns[0]} names the {group}, ${columns[1]} holds the words. ${escaped} ${sorted}`,
      `Write one Markdown table: a row for each of the {items}, its {group} under ${columns[0]} and its text under ${columns[1]}, in the column order ${one}, ${other}. ${sorted}`,
      `Your whole answer is a table in Markdown with two columns, ${one} and ${other}. ${sorted} ${escaped}`,
      `Put the {items} into a Markdown table, row by row; the header reads ${one} | ${other}. Add no text before or after it. ${sorted}`,
    ],
    askRecords: [
      `Answer with a Markdown table and nothing else. Each of the {items} is a row; ${place} is ${columns[0]} and holds the {group}, the others are {fields}. ${values} ${sorted}`,
      `Give the result as a Markdown table with these columns: ${columns[0]} (the {group}, in ${place}), {fields}. ${values} ${escaped} ${sorted}`,
      `Write one Markdown table, a row for each of the {items}. The header has ${columns[0]} in ${place}, for the {group}, and beside it {fields}. ${values} ${sorted}`,
      `Your whole answer is a table in Markdown. Use ${place}, ${columns[0]}, for the {group} and the remaining ones for {fields}. ${values} ${escaped} ${sorted}`,
      `Put the {items} into a Markdown table, row by row, with {fields} as columns and the {group} under ${columns[0]}, ${place}. Add no text before or after it. ${values} ${sorted}`,
    ],
    empty: `a row with “${nothing}”`,
    ...(empty === 'leave-out' && {
      absent: [
        'A {group} without {items} gets no row; if nothing is found, the table has only its header.',
        'Write no row for a {group} that does not occur. A header without rows says that none does.',
        'Leave out every {group} that has no {items}, and keep the header even if no row remains.',
      ],
    }),
  }
}

function chinese({ groupColumn, itemColumn, groupAt, order, empty, nothing, between }: Parameters): Wording {
  const columns = [`“${groupColumn}”`, `“${itemColumn}”`]
  const [one, other] = groupAt === 'first' ? columns : columns.toReversed()
  const place = groupAt === 'first' ? '第一列' : '最后一列'
  const sorted = order === 'by-group' ? '按所给{groups}的顺序排列。' : '各行按在原文中出现的先后排列。'
  const values = `单元格中有多个值时用“${between}”隔开，没有值时写“${nothing}”。`
  const escaped = String.raw`单元格里的竖线写成 \|。`
  return {
    ask: [
      `只输出一个 Markdown 表格，不要有其他内容。表格有${one}和${other}两列，每项{items}占一行。${sorted}`,
      `请以 Markdown 表格作答，表头为${one}、${other}。${columns[0]}写{group}，${columns[1]}写文字。${escaped}${sorted}`,
      `写出一个 Markdown 表格：每项{items}一行，{group}写在${columns[0]}列，文字写在${columns[1]}列，列的顺序为${one}、${other}。${sorted}`,
      `整个回答就是一个两列的 Markdown 表格，列名为${one}和${other}。${sorted}${escaped}`,
      `把各项{items}逐行填入 Markdown 表格，表头是${one}和${other}，表格前后不要加任何文字。${sorted}`,
    ],
    askRecords: [
      `只输出一个 Markdown 表格，不要有其他内容。每项{items}占一行；${place}是${columns[0]}，写{group}，其余各列为：{fields}。${values}${sorted}`,
      `请以 Markdown 表格作答，各列为：${columns[0]}（{group}，${place}）、{fields}。${values}${escaped}${sorted}`,
      `写出一个 Markdown 表格，每项{items}一行。表头中${place}为${columns[0]}，表示{group}，另有{fields}。${values}${sorted}`,
      `整个回答就是一个 Markdown 表格：${place}${columns[0]}写{group}，其余的列依次是{fields}。${values}${escaped}${sorted}`,
      `把各项{items}逐行填入 Markdown 表格，以{fields}为列，{group}写在${place}${columns[0]}中，表格前后不要加任何文字。${values}${sorted}`,
    ],
    empty: `写有“${nothing}”的一行`,
    ...(empty === 'leave-out' && {
      absent: [
        '没有{items}的{group}不写任何行；如果什么也没有找到，表格只保留表头。',
        '没有出现的{group}不占行，只有表头的表格表示全都没有。',
        '略去没有{items}的{group}；即使一行不剩，也要保留表头。',
      ],
    }),
  }
}
