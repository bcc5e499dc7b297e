import { z } from 'zod'
import type { ImportFormat, ReadFrom, ReadInstances } from '@/lib/corpora/model'
import type { TaskForm } from '@/lib/tasks/model'

/** The beginning of a file as recognition sees it: unpacked and decoded. */
export type FileSample = {
  fileName: string
  /** The beginning as text, of an archive that is read as a whole one file after the other; '' for what is no text. */
  text: string
  /** Its whole lines. */
  lines: readonly string[]
  /** Is this all there is? */
  isWhole: boolean
  /** The first bytes, unpacked but not decoded. */
  bytes: Uint8Array
  /** The last bytes of a file that is stored as it is: formats with an index have it there. */
  tail?: Uint8Array | undefined
  /** The names of the files in an archive that is read as a whole; otherwise none. */
  entries: readonly string[]
}

/** How surely (0 to 1) a file is of a format, which task forms its gold can have, the likeliest first, and how to read it. */
export type Recognition<Options> = {
  certainty: number
  taskForms: readonly TaskForm[]
  options: Options
}

/**
 * Where the records of a JSON file are: one a line (JSONL), or in one document at a path such as `data.*.paragraphs.*`, where `*` is
 * any key or place and the empty path means every value at the top. What is not given is told from the file's beginning.
 */
export const recordShapeSchema = z.object({
  layout: z.enum(['lines', 'document']).optional(),
  path: z.string().optional(),
})
export type RecordShape = z.infer<typeof recordShapeSchema>

/** A stored file, its packing undone while it is read. */
export type Source = {
  /** The text as UTF-8, from the start or, if the file is stored as it is, from a byte on. */
  text(start?: number): AsyncIterable<Uint8Array>
  /** Every file of an archive in its order, each to be read before the next. A file that is no archive is its only entry. */
  entries(): AsyncIterable<{ name: string; bytes: AsyncIterable<Uint8Array> }>
  /** For formats with an index: the size of the stored file, and the bytes `[start, end)` of it. */
  size: number
  slice(start: number, end: number): Promise<Uint8Array>
  /** How many bytes of the stored file have been read. */
  position(): number
}

/** An import format: how a file of it is recognised and read. Each has a folder under `lib/corpora/formats/` with the same files. */
export type ImportFormatDefinition<Options = unknown> = {
  name: ImportFormat
  /** What must be known of a file before it is read; `{}` is a complete choice. */
  options: z.ZodType<Options>
  /** The task forms that such files can hold, the usual one first. */
  taskForms: readonly TaskForm[]
  /** Null: certainly another format. Of certainty 0: possible, and read so only if a person asks for it. */
  recognise(sample: FileSample): Recognition<Options> | null
  /** The task form that a choice of options settles, if it does. */
  taskFormOf?(options: Options): TaskForm | undefined
  /** Do files of these names make one corpus, so that their archive is read as a whole? */
  readsTogether?(names: readonly string[]): boolean
  /** For formats whose columns a person can choose: what there is to choose from. */
  showTable?(source: Source, reading: { taskForm: TaskForm; options: Options }): Promise<ShownTable>
  /** Can reading begin in the middle, at a line? Otherwise it begins anew and leaves out what came before. */
  seeks: boolean | ((options: Options) => boolean)
  read(
    source: Source,
    from: ReadFrom,
    reading: { taskForm: TaskForm; options: Options },
  ): AsyncGenerator<ReadInstances>
}

/** What a column of a table can be. */
export const columnRoles = [
  'text',
  'label',
  'id',
  'question',
  'answer',
  'instruction',
  'input',
  'output',
] as const
export type ColumnRole = (typeof columnRoles)[number]
/** Is a record of JSON an object with keys? */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Columns of datasets that hold lists: tokens, and a tag for each; the turns of a conversation. */
export const featureRoles = [...columnRoles, 'tokens', 'tags', 'turns'] as const
export type FeatureRole = (typeof featureRoles)[number]

/** Which columns a dataset has, and what its numbered classes are called; what is not given is told from the file. */
export const featureOptionsSchema = z.object({
  columns: z.partialRecord(z.enum(featureRoles), z.string().min(1)).default({}),
  /** By column, the names of its classes from number 0 on. */
  classes: z.record(z.string(), z.array(z.string().min(1))).default({}),
})
export type FeatureOptions = z.infer<typeof featureOptionsSchema>

/** The columns of a table as a person chooses among them. */
export type ShownTable = {
  names: string[]
  /** The first rows, long cells cut. */
  rows: string[][]
  /** What columns can be for the task form. */
  roles: { role: FeatureRole; isNeeded: boolean }[]
  /** The columns in use, by name and, where none is, by number. */
  columns: Partial<Record<FeatureRole, string | number>>
}

export const SHOWN_ROWS = 6
const SHOWN_CELL = 200

/** A cell as a screen shows it. */
export function shownCell(value: unknown): string {
  const written = typeof value === 'string' ? value : (JSON.stringify(value, withoutBigInts) ?? '')
  return written.length > SHOWN_CELL ? `${written.slice(0, SHOWN_CELL)}…` : written
}

function withoutBigInts(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value
}
