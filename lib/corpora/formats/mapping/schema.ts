import { z } from 'zod'
import { isPath } from '@/lib/corpora/formats/mapping/gather/model'
import { recordShapeSchema } from '@/lib/corpora/formats/model'
import { type TaskForm, taskFormSchema } from '@/lib/tasks/model'

const pathSchema = z.string().trim().min(1).max(300).refine(isPath, {
  message: 'This is no path such as data.text, spans[].label or meta["a b"]',
})

/** What can be told of each thing in a list. `list` says where the list is; what comes after it is told from one thing in it. */
export const groupFields = {
  spans: ['list', 'label', 'start', 'end', 'text', 'id'],
  relations: [
    ...(['list', 'type', 'head', 'tail', 'headLabel', 'tailLabel'] as const),
    ...(['headStart', 'headEnd', 'tailStart', 'tailEnd'] as const),
  ],
  events: [
    ...(['list', 'type', 'trigger', 'triggerStart', 'triggerEnd'] as const),
    ...(['arguments', 'role', 'argument', 'argumentStart', 'argumentEnd'] as const),
  ],
  tuples: ['list', 'predicate', 'subject', 'object', 'others'],
  questions: ['list', 'question', 'answers', 'start', 'end', 'options', 'correct', 'impossible'],
  turns: ['list', 'from', 'text'],
} as const
export type MappingGroup = keyof typeof groupFields

/** What can be told of a record itself. */
export const recordFields = [
  ...(['text', 'tokens', 'labels', 'instruction', 'input', 'output', 'system'] as const),
] as const
export type RecordField = (typeof recordFields)[number]

/** What offsets count. */
export const offsetUnits = ['code-point', 'utf-16', 'token'] as const

/**
 * Where in a record of any JSON or table the parts of an instance stand, as paths: `data.text`, `spans[].label`, `[0]`, `meta["a b"]`,
 * `*` for every value of an object, `@1` for the key or place that the first `[]` or `*` met.
 */
export const mappingSchema = z.object({
  taskForm: taskFormSchema,
  /** The path of the records in a document, such as `data.*`; told from the file where it is not said. */
  records: z.string().max(300).optional(),
  ...(Object.fromEntries(recordFields.map((name) => [name, pathSchema.optional()])) as Record<
    RecordField,
    z.ZodOptional<typeof pathSchema>
  >),
  /** What stands between several labels in one string. */
  separator: z.string().min(1).max(10).optional(),
  offsets: z.enum(offsetUnits).default('code-point'),
  /** Does an end name the last character or token, and not the one after it? */
  inclusive: z.boolean().default(false),
  spans: groupSchema('spans'),
  relations: groupSchema('relations'),
  events: groupSchema('events'),
  tuples: groupSchema('tuples'),
  questions: groupSchema('questions'),
  turns: groupSchema('turns'),
})
export type Mapping = z.infer<typeof mappingSchema>
export type MappingInput = z.input<typeof mappingSchema>

function groupSchema<Group extends MappingGroup>(group: Group) {
  type Field = (typeof groupFields)[Group][number]
  const shape = Object.fromEntries(groupFields[group].map((name) => [name, pathSchema.optional()]))
  return z.object(shape as Record<Field, z.ZodOptional<typeof pathSchema>>).optional()
}

/** How the cells of a table are told apart, and whether its first row names them. */
export const tableSchema = z.object({
  delimiter: z.string().length(1),
  quote: z.string().length(1).nullable().default('"'),
  header: z.boolean().default(true),
})

/** Without a mapping nothing can be read; the screen that makes one asks for the records first. */
export const optionsSchema = recordShapeSchema.extend({
  table: tableSchema.optional(),
  mapping: mappingSchema.optional(),
})
export type Options = z.infer<typeof optionsSchema>

/** What each task form can be told: of the record, and in groups. The first group is the usual one. */
export const fieldsOf: Record<
  TaskForm,
  { record: readonly RecordField[]; groups: readonly MappingGroup[]; hasOffsets: boolean }
> = {
  ner: { record: ['text', 'tokens'], groups: ['spans'], hasOffsets: true },
  re: { record: ['text', 'tokens'], groups: ['relations', 'spans'], hasOffsets: true },
  spo: { record: ['text', 'tokens'], groups: ['relations', 'spans'], hasOffsets: true },
  kg: { record: ['text', 'tokens'], groups: ['spans', 'relations'], hasOffsets: true },
  ee: { record: ['text', 'tokens'], groups: ['events'], hasOffsets: true },
  eet: { record: ['text', 'tokens'], groups: ['events'], hasOffsets: true },
  eea: { record: ['text', 'tokens'], groups: ['events'], hasOffsets: true },
  openie: { record: ['text', 'tokens'], groups: ['tuples'], hasOffsets: false },
  mrc: { record: ['text'], groups: ['questions'], hasOffsets: true },
  tc: { record: ['text', 'tokens', 'labels'], groups: [], hasOffsets: false },
  general: { record: ['instruction', 'input', 'output', 'system'], groups: ['turns'], hasOffsets: false },
}

/** A field by its address: `text`, or `spans.label`. */
export function readField(mapping: Mapping, address: string): string | undefined {
  const [first, second] = address.split('.') as [string, string?]
  const value = mapping[first as keyof Mapping]
  if (second === undefined) return typeof value === 'string' ? value : undefined
  return (value as Record<string, string | undefined> | undefined)?.[second]
}

/** The mapping with a field set, or taken away where the path is empty. */
export function writeField(mapping: Mapping, address: string, path: string): Mapping {
  const [first, second] = address.split('.') as [string, string?]
  const value = path.trim() === '' ? undefined : path.trim()
  if (second === undefined) return { ...mapping, [first]: value }
  const group = { ...(mapping[first as MappingGroup] as object), [second]: value }
  return { ...mapping, [first]: Object.values(group).some(Boolean) ? group : undefined }
}

/** What must still be told for the task form, by address; where one of several will do, they stand together. */
export function missingFields(mapping: Mapping, taskForm: TaskForm): string[][] {
  const isTold = (address: string) => readField(mapping, address) !== undefined
  return neededBy(mapping, taskForm).filter((choice) => !choice.some(isTold))
}

const TEXT = ['text', 'tokens']

function neededBy(mapping: Mapping, taskForm: TaskForm): string[][] {
  switch (taskForm) {
    case 'ner':
    case 'kg':
      return [
        TEXT,
        ['spans.label'],
        ['spans.start', 'spans.text'],
        ...endOf(mapping, 'spans.start', 'spans.end'),
      ]
    case 're':
    case 'spo':
      return [
        TEXT,
        ['relations.type'],
        ['relations.head', 'relations.headStart'],
        ['relations.tail', 'relations.tailStart'],
      ]
    case 'eet':
      return [TEXT, ['events.type'], ['events.trigger', 'events.triggerStart']]
    case 'ee':
    case 'eea':
      return [TEXT, ['events.type'], ['events.trigger', 'events.triggerStart', 'events.arguments']]
    case 'openie':
      return [TEXT, ['tuples.predicate'], ['tuples.subject']]
    case 'mrc':
      return [['text'], ['questions.question'], ['questions.answers', 'questions.correct', 'questions.end']]
    case 'tc':
      return [TEXT, ['labels']]
    case 'general':
      return mapping.turns?.list ? [] : [['instruction'], ['output']]
  }
}

/** A start without an end says nothing, unless the words do. */
function endOf(mapping: Mapping, start: string, end: string): string[][] {
  return readField(mapping, start) === undefined || readField(mapping, 'spans.text') ? [] : [[end]]
}
