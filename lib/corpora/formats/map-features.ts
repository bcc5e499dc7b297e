import { mapInstance as mapTokens } from '@/lib/corpora/formats/conll/map-instance'
import { parseTag } from '@/lib/corpora/formats/conll/schema'
import { columnsOf, mapColumns } from '@/lib/corpora/formats/map-columns'
import { mapConversation } from '@/lib/corpora/formats/map-conversation'
import {
  type ColumnRole,
  columnRoles,
  type FeatureOptions,
  type FeatureRole,
  type ShownTable,
  shownCell,
} from '@/lib/corpora/formats/model'
import { readTurns } from '@/lib/corpora/formats/read-turns'
import { excerptOf, type IssueCode, type IssueParams, type Reading } from '@/lib/corpora/model'
import { AppError } from '@/lib/platform/errors'
import type { TaskForm } from '@/lib/tasks/model'

/** What an instance of each task form is made of. */
function neededFor(taskForm: TaskForm, columns: FeatureOptions['columns']): readonly FeatureRole[] {
  if (taskForm === 'ner') return ['tokens', 'tags']
  if (taskForm === 'general' && columns.turns !== undefined) return ['turns']
  return columnsOf[taskForm]?.needed ?? []
}

/** What the columns of a dataset can be for a task form. */
export function featureRolesOf(taskForm: TaskForm, columns: FeatureOptions['columns']): ShownTable['roles'] {
  const needed = neededFor(taskForm, columns)
  const { needed: usual = [], other = [] } = columnsOf[taskForm] ?? {}
  const turns: FeatureRole[] = taskForm === 'general' ? ['turns'] : []
  const roles = new Set<FeatureRole>([...needed, ...usual, ...other, ...turns])
  return [...roles].map((role) => ({ role, isNeeded: needed.includes(role) }))
}

/** Holds the columns of a dataset against what the task form needs. */
export function requireFeatures(
  names: readonly string[],
  { columns }: FeatureOptions,
  taskForm: TaskForm,
): void {
  const missing = neededFor(taskForm, columns).find((role) => columns[role] === undefined)
  const unknown = Object.values(columns).find((name) => !names.includes(name))
  const column = unknown ?? missing
  if (column === undefined) return
  const listed = names.slice(0, 20).join(', ')
  throw new AppError(
    'invalid',
    `The table has no column “${column}”. Its columns are ${listed}. Say which of them is meant.`,
    { reason: 'column-missing', params: { column, names: listed } },
  )
}

/** A record of a dataset becomes an instance, or is refused with its number and column. */
export function mapFeatures(
  record: Record<string, unknown>,
  { line, taskForm, options }: { line: number; taskForm: TaskForm; options: FeatureOptions },
): Reading {
  if (taskForm === 'ner') return mapTagged(record, line, options)
  if (taskForm === 'general' && options.columns.turns) return mapTurns(record, line, options.columns.turns)
  const { columns, classes } = options
  const values: Partial<Record<ColumnRole, string>> = {}
  const names: Partial<Record<ColumnRole, string>> = {}
  for (const role of columnRoles) {
    const column = columns[role]
    if (column === undefined) continue
    names[role] = `“${column}”`
    values[role] = textOf(record[column])
  }
  const written = columns.label === undefined ? [] : record[columns.label]
  const labels = classesOf(written, classes[columns.label ?? ''])
  const answers = columns.answer === undefined ? undefined : answersOf(record[columns.answer])
  const meta = columns.id !== undefined && values.id ? { id: values.id } : undefined
  const row = { line, values, names, labels, isMulti: Array.isArray(written), ...(meta && { meta }) }
  return mapColumns(answers ? { ...row, answers } : row, taskForm)
}

function mapTurns(record: Record<string, unknown>, line: number, column: string): Reading {
  const listed = Array.isArray(record[column]) ? record[column] : []
  const place = { line, written: shownCell(listed), keys: [] }
  const used = new Set(Object.keys(record))
  return mapConversation(record, place, { key: column, used, read: () => readTurns(listed, column) })
}

function mapTagged(
  record: Record<string, unknown>,
  line: number,
  { columns, classes }: FeatureOptions,
): Reading {
  const [tokens, tags] = [record[columns.tokens!], record[columns.tags!]]
  const refuse = (code: IssueCode, message: string, params: IssueParams = {}): Reading => {
    const excerpt = excerptOf(Array.isArray(tokens) ? tokens.join(' ') : '')
    return { instances: [], issues: [{ line, severity: 'error', code, message, excerpt, params }] }
  }
  if (!Array.isArray(tokens) || !Array.isArray(tags))
    return refuse('gold-not-list', `“${columns.tokens}” and “${columns.tags}” are not both lists.`, {
      keys: `${columns.tokens}, ${columns.tags}`,
    })
  if (tokens.length === 0) return refuse('text-empty', 'There are no tokens.')
  if (tokens.some((token) => /\p{Surrogate}/u.test(textOf(token))))
    return refuse('half-character', 'A token holds half of a character (a lone surrogate).')
  if (tokens.length !== tags.length)
    return refuse('tag-missing', `There are ${tokens.length} tokens and ${tags.length} tags.`, {
      tokens: tokens.length,
      tags: tags.length,
    })
  const names = classes[columns.tags!]
  const called = tags.map((tag) => nameOf(tag, names))
  const stranger = called.indexOf(null)
  if (stranger >= 0)
    return refuse('tag-unknown', numberless(String(tags[stranger]), columns.tags!, names), {
      value: String(tags[stranger]),
      keys: columns.tags!,
    })
  const written = withParts(called as string[])
  const rows = tokens.map((token, i) => ({ line, token: textOf(token), tag: written[i]! }))
  return mapTokens(rows, /^[ESLU]-/.test(called.join('\n')) ? 'bioes' : 'iob2')
}

/** Tags without B- and I- say only what a token is: neighbours of one class are one mention. */
function withParts(tags: string[]): string[] {
  if (tags.some((tag) => tag !== 'O' && parseTag(tag) !== null)) return tags
  return tags.map((tag, i) => (tag === 'O' ? tag : `${tags[i - 1] === tag ? 'I' : 'B'}-${tag}`))
}

function nameOf(tag: unknown, names: readonly string[] | undefined): string | null {
  if (typeof tag === 'string') return tag
  const number = typeof tag === 'bigint' ? Number(tag) : tag
  return typeof number === 'number' ? (names?.[number] ?? null) : null
}

function numberless(tag: string, column: string, names: readonly string[] | undefined): string {
  if (names) return `Tag ${tag} is none of the ${names.length} that the file names.`
  return `The tags are numbers, and the file does not say what ${tag} means. Give their names in order as the option {"classes": {"${column}": ["O", …]}}.`
}

/** Names of classes; a number that nobody names is its own name. In a list −1 is nothing. */
function classesOf(value: unknown, names: readonly string[] | undefined): string[] {
  const list = Array.isArray(value) ? value : [value]
  return list.flatMap((one) => {
    const name = nameOf(one, names) ?? textOf(one)
    return name.trim() === '' || name === '-1' ? [] : [name.trim()]
  })
}

/** `{text: […], answer_start: […]}`, as SQuAD has become in datasets; a list of answers; null for one that is a text. */
function answersOf(value: unknown): { text: string; start?: number | undefined }[] | undefined {
  if (Array.isArray(value)) return value.map((text) => ({ text: textOf(text) }))
  if (typeof value !== 'object' || value === null) return undefined
  const { text, answer_start: starts } = value as { text?: unknown; answer_start?: unknown }
  const places = Array.isArray(starts) ? starts : []
  return (Array.isArray(text) ? text : []).map((one, i) => {
    const place = places[i]
    return { text: textOf(one), start: place === undefined || place === null ? undefined : Number(place) }
  })
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
    ? `${value}`
    : ''
}
