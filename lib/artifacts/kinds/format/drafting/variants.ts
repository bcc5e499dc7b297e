import type { CarrierName } from '@/lib/formats/model'

/** A choice of parameters that is worth approving, and what it is called. */
export type Variant = { name: string; parameters: Record<string, unknown> }

/** The variants that Gloss proposes of itself: each carrier plain, otherwise laid out, and with Chinese keys where it has keys. */
export const variants: Record<CarrierName, readonly Variant[]> = {
  'json-by-label': [
    { name: 'JSON by label', parameters: {} },
    { name: 'JSON by label, indented', parameters: { indent: 2 } },
    { name: 'JSON by label, fields as lists', parameters: { indent: 2, single: 'list', nothing: 'N/A' } },
  ],
  'json-records': [
    { name: 'JSON records', parameters: {} },
    {
      name: 'JSON records, label and span',
      parameters: { groupKey: 'label', itemKey: 'span', indent: 2 },
    },
    {
      name: 'JSON records in the order of the text',
      parameters: { groupKey: 'category', itemKey: 'mention', order: 'by-appearance' },
    },
    { name: 'JSON 记录', parameters: { groupKey: '类型', itemKey: '内容', nothing: '无' } },
  ],
  'markdown-table': [
    { name: 'Markdown table', parameters: {} },
    {
      name: 'Markdown table, category last',
      parameters: { groupColumn: 'Category', itemColumn: 'Mention', groupAt: 'last' },
    },
    {
      name: 'Markdown table in the order of the text',
      parameters: { groupColumn: 'Label', itemColumn: 'Words', order: 'by-appearance' },
    },
    {
      name: 'Markdown 表格',
      parameters: { groupColumn: '类型', itemColumn: '内容', empty: 'mark', nothing: '无', between: '；' },
    },
  ],
  'markdown-list': [
    { name: 'Markdown list', parameters: {} },
    { name: 'Markdown headings', parameters: { layout: 'headings', bullet: '*', nothing: 'nothing' } },
    {
      name: 'Numbered list in the order of the text',
      parameters: { layout: 'flat', bullet: '1.', order: 'by-appearance', empty: 'leave-out' },
    },
    { name: 'Markdown 列表', parameters: { sign: '：', nothing: '无', between: '、' } },
  ],
  tuples: [
    { name: 'Tuples', parameters: {} },
    { name: 'Tuples, label first', parameters: { brackets: '[]', delimiter: ',', labelAt: 'first' } },
    {
      name: 'Quoted tuples on one line',
      parameters: { layout: 'inline', quoting: 'always', delimiter: ',' },
    },
    {
      name: 'Tuples in the order of the text',
      parameters: { brackets: '<>', delimiter: '|', order: 'by-appearance', between: ';' },
    },
    { name: '元组', parameters: { brackets: '（）', delimiter: '；', between: '、', nothing: '无' } },
  ],
  'tagged-text': [
    { name: 'Tagged text', parameters: {} },
    { name: 'Tagged text, square brackets', parameters: { style: 'square' } },
    { name: 'Tagged text, label after the words', parameters: { style: 'suffix' } },
  ],
  sentences: [
    { name: 'Sentences', parameters: {} },
    {
      name: 'Running sentences',
      parameters: { pattern: 'belongs-to', layout: 'running', quotes: '""', empty: 'leave-out' },
    },
    {
      name: 'Sentences in the order of the text',
      parameters: { pattern: 'counts-as', order: 'by-appearance' },
    },
    { name: '句子', parameters: { language: 'zh', quotes: '“”' } },
    {
      name: '连写的句子',
      parameters: { language: 'zh', quotes: '「」', pattern: 'belongs-to', layout: 'running' },
    },
  ],
  xml: [
    { name: 'XML', parameters: {} },
    {
      name: 'XML with types',
      parameters: { layout: 'typed-items', root: 'items', label: 'label', indent: 2, nothing: 'none' },
    },
    { name: 'XML by group', parameters: { layout: 'groups', empty: 'mark', indent: 2 } },
  ],
  yaml: [
    { name: 'YAML by label', parameters: {} },
    { name: 'YAML records', parameters: { layout: 'records', order: 'by-appearance' } },
    {
      name: 'YAML records, quoted',
      parameters: { layout: 'records', groupKey: 'label', itemKey: 'span', quoting: 'double', indent: 0 },
    },
    { name: 'YAML 记录', parameters: { layout: 'records', groupKey: '类型', itemKey: '内容', nothing: '~' } },
  ],
  csv: [
    { name: 'CSV', parameters: {} },
    {
      name: 'CSV with semicolons, quoted',
      parameters: {
        delimiter: ';',
        quoting: 'always',
        groupAt: 'last',
        groupColumn: 'label',
        nothing: 'none',
      },
    },
    {
      name: 'Tab-separated, in the order of the text',
      parameters: { delimiter: '\t', order: 'by-appearance', empty: 'mark', nothing: 'none' },
    },
    { name: 'CSV 表格', parameters: { groupColumn: '类型', itemColumn: '内容', between: '、' } },
  ],
}
