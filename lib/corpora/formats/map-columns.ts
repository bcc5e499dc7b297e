import type { ColumnRole } from '@/lib/corpora/formats/model'
import {
  excerptOf,
  type LineIssue,
  MAX_LABEL_LENGTH,
  type NewInstance,
  type Reading,
} from '@/lib/corpora/model'
import { codePointLength, sliceCodePoints, type TaskForm } from '@/lib/tasks/model'
import { canonicalMrcGold } from '@/lib/tasks/mrc/gold'
import { canonicalTcGold } from '@/lib/tasks/tc/gold'

/** A row by the roles of its columns. `names` says what the columns are called, for the report. */
export type ColumnValues = {
  line: number
  values: Partial<Record<ColumnRole, string>>
  labels?: readonly string[]
  /** Several answers, with the places that the file gives them. */
  answers?: readonly { text: string; start?: number | undefined }[]
  names: Partial<Record<ColumnRole, string>>
  isMulti: boolean
  meta?: Record<string, unknown>
}

/** The columns that an instance of a task form is made of: those that a table must have, and others. */
export const columnsOf: Partial<
  Record<TaskForm, { needed: readonly ColumnRole[]; other: readonly ColumnRole[] }>
> = {
  tc: { needed: ['text', 'label'], other: [] },
  mrc: { needed: ['text', 'question', 'answer'], other: [] },
  general: { needed: ['instruction', 'output'], other: ['input'] },
}

/** A row of a table becomes an instance of the task form, or is refused with its line and column. */
export function mapColumns(row: ColumnValues, taskForm: TaskForm): Reading {
  const issues = faultsOf(row, taskForm)
  if (issues.length > 0) return { instances: [], issues }
  const { meta } = row
  const found = taskForm === 'tc' ? classified(row) : taskForm === 'mrc' ? asked(row) : instructed(row)
  return { instances: [meta && Object.keys(meta).length > 0 ? { ...found, meta } : found], issues }
}

function faultsOf(row: ColumnValues, taskForm: TaskForm): LineIssue[] {
  const { line, values, names, labels } = row
  const issues: LineIssue[] = []
  const excerpt = excerptOf(Object.values(values).join(' · '))
  const say = (code: LineIssue['code'], role: ColumnRole, what: string) =>
    issues.push({
      line,
      severity: 'error',
      code,
      message: `Column ${names[role] ?? `“${role}”`}: ${what}`,
      excerpt,
      params: { keys: names[role] ?? role },
    })
  for (const role of columnsOf[taskForm]?.needed ?? []) {
    if (role === 'answer') continue // an empty one says that the text does not answer
    const isEmpty = role === 'label' && labels ? labels.length === 0 : (values[role] ?? '').trim() === ''
    if (isEmpty) say(emptyCode[role] ?? 'text-empty', role, emptyText[role] ?? 'it is empty.')
  }
  for (const [role, value] of Object.entries(values) as [ColumnRole, string][]) {
    if (value.includes('\0')) say('nul-character', role, 'it holds a NUL character.')
    if (/\p{Surrogate}/u.test(value)) say('half-character', role, 'it holds half of a character.')
    if (value.includes('\ufffd'))
      say('invalid-utf8', role, 'it holds a character that was lost when the file was written or converted.')
  }
  const long = taskForm === 'tc' && labels?.find((label) => label.length > MAX_LABEL_LENGTH)
  if (long) say('label-too-long', 'label', `a label has at most ${MAX_LABEL_LENGTH} characters.`)
  return issues
}

const emptyCode: Partial<Record<ColumnRole, LineIssue['code']>> = {
  label: 'gold-missing',
  question: 'question-empty',
  output: 'gold-missing',
}

const emptyText: Partial<Record<ColumnRole, string>> = {
  label: 'there is no label. A text that nobody labelled is not gold.',
  output: 'it is empty. An instruction that nobody answered is not gold.',
}

function classified({ values, labels = [], isMulti }: ColumnValues): NewInstance {
  const gold = canonicalTcGold({ labels: [...labels], multi: isMulti })
  return { text: values.text!, gold, labels: gold.labels }
}

/** No answer says that the text has none. */
function asked({ values: { text = '', question = '', answer = '' }, answers }: ColumnValues): NewInstance {
  const given = (answers ?? [{ text: answer }]).filter((one) => one.text.trim() !== '')
  const placed = given.map((one) => ({ text: one.text, ...placeIn(text, one) }))
  const gold = canonicalMrcGold({ question, answers: placed, answerable: placed.length > 0 })
  return { text, gold, labels: [] }
}

/** Where the file says, if the words stand there; else where they stand exactly once. */
function placeIn(text: string, answer: { text: string; start?: number | undefined }): { start?: number } {
  const { text: words, start } = answer
  if (start !== undefined && sliceCodePoints(text, start, start + codePointLength(words)) === words)
    return { start }
  const at = text.indexOf(words)
  return at >= 0 && text.indexOf(words, at + 1) < 0 ? { start: codePointLength(text.slice(0, at)) } : {}
}

function instructed({ values: { instruction = '', input = '', output = '' } }: ColumnValues): NewInstance {
  const text = [instruction, input].filter((one) => one.trim() !== '').join('\n')
  const turns = [
    { from: 'user', text },
    { from: 'assistant', text: output },
  ]
  return { text, gold: { turns }, labels: [] }
}
