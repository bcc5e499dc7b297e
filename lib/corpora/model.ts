import { z } from 'zod'

export const splits = ['train', 'dev', 'test', 'all'] as const
export const splitSchema = z.enum(splits)

export const importFormats = [
  'conll',
  'prodigy',
  'doccano',
  'carb',
  'brat',
  'pubtator',
  'parquet',
  'csv',
  'squad',
  'alpaca',
  'sharegpt',
  'chat',
  'label-studio',
  'spacy',
  'nlu',
  'phee',
  'fewrel',
  'ace',
  'hf-json',
  'iepile',
  'mapping',
] as const
export const importFormatSchema = z.enum(importFormats)
export type ImportFormat = z.infer<typeof importFormatSchema>

export const corpusStates = ['importing', 'ready', 'failed', 'cancelled'] as const
export const corpusStateSchema = z.enum(corpusStates)

/** Licences that people meet most, by SPDX id; any other text is allowed. */
export const commonLicences = [
  'CC0-1.0',
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'CC-BY-NC-4.0',
  'CC-BY-NC-SA-4.0',
  'MIT',
  'Apache-2.0',
  'ODC-By-1.0',
  'proprietary',
] as const

/** The encodings that texts come in, by the names that WHATWG gives them. */
export const encodings = [
  ...['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'gbk', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'],
  ...['windows-1250', 'windows-1251', 'windows-1252', 'windows-1253', 'windows-1254', 'windows-1255'],
  ...['windows-1256', 'windows-1257', 'windows-1258', 'iso-8859-2', 'iso-8859-5', 'iso-8859-6'],
  ...['iso-8859-7', 'iso-8859-8', 'koi8-r'],
] as const
export const encodingSchema = z.enum(encodings)
export type Encoding = z.infer<typeof encodingSchema>

export const containers = ['none', 'gzip', 'zip', 'tar', 'tar-gzip'] as const
export type Container = (typeof containers)[number]

/** How a stored file is packed. `entry` is the file in the archive that is read, where only one is. */
export const packingSchema = z.object({
  container: z.enum(containers).default('none'),
  entry: z.string().optional(),
  encoding: encodingSchema.default('utf-8'),
  /** The encoding could be another one too: the report says so. */
  isGuess: z.boolean().optional(),
  /** Lines end with a carriage return alone, as old Macs wrote them. */
  endsWithReturn: z.boolean().optional(),
})
export type Packing = z.infer<typeof packingSchema>

/** A label found in a corpus: how often the gold has it (spans, relations, events, classes), and in how many instances. */
export const labelCountSchema = z.object({ label: z.string(), items: z.number(), instances: z.number() })
export type LabelCount = z.infer<typeof labelCountSchema>

/** Labels that are easily taken for a label, likeliest first, with how often the gold says so; 0 when only their names do. */
export type Confusions = Map<string, { label: string; count: number }[]>

/** What people changed in the mined table of confusable labels, label by label. */
export const confusionEditsSchema = z.record(
  z.string(),
  z.object({ added: z.array(z.string()).default([]), removed: z.array(z.string()).default([]) }),
)
export type ConfusionEdits = z.infer<typeof confusionEditsSchema>

/** The mined table as people left it: what they added comes first. */
export function editConfusions(mined: Confusions, edits: ConfusionEdits): Map<string, string[]> {
  const labels = new Set([...mined.keys(), ...Object.keys(edits)])
  return new Map(
    [...labels].map((label) => {
      const { added = [], removed = [] } = Object.hasOwn(edits, label) ? edits[label]! : {}
      const found = (mined.get(label) ?? []).map((one) => one.label)
      return [label, [...added, ...found.filter((one) => !removed.includes(one) && !added.includes(one))]]
    }),
  )
}

export const MAX_LABEL_LENGTH = 200

/** `error`: the line was refused. `warning`: it went in, and something was mended or should be known. */
export const severitySchema = z.enum(['error', 'warning'])
export type Severity = z.infer<typeof severitySchema>

/** Everything that can be wrong with a line or be mended in it; the screens translate each. */
export const issueCodes = [
  'encoding-guessed',
  'invalid-utf8',
  'line-too-long',
  'sentence-too-long',
  'nul-character',
  'half-character',
  'tag-missing',
  'tag-unknown',
  'tag-continues-nothing',
  'tag-never-ends',
  'token-empty',
  'not-json',
  'record-too-long',
  'json-stray',
  'json-cut-off',
  'not-an-object',
  'text-missing',
  'text-empty',
  'text-twice',
  'gold-missing',
  'gold-not-list',
  'gold-accepted-empty',
  'several-golds',
  'span-malformed',
  'span-out-of-range',
  'span-empty',
  'span-twice',
  'span-moved',
  'extra-left-out',
  'reference-unknown',
  'kept-beside',
  'argument-empty',
  'label-empty',
  'label-too-long',
  'row-too-short',
  'row-too-long',
  'quote-open',
  'relation-malformed',
  'relation-dangling',
  'relation-twice',
  'relation-unnamed',
  'annotation-cancelled',
  'several-annotations',
  'gold-predicted',
  'gold-malformed',
  'class-malformed',
  'answer-malformed',
  'question-malformed',
  'question-empty',
  'answer-empty',
  'answer-impossible',
  'answers-none',
  'words-moved',
  'words-spaced',
  'words-ambiguous',
  'words-absent',
  'turn-malformed',
  'turn-empty',
  'turn-unanswered',
  'answer-missing',
  'event-malformed',
  'argument-malformed',
  'names-only',
  'mention-filled',
  'mention-malformed',
  'task-unknown',
  'task-other',
  'words-twice',
  'answer-reject',
  'answer-ignore',
] as const
export type IssueCode = (typeof issueCodes)[number]

/**
 * The particulars that an issue is about, by what they are: a place in the record, words of the text, offsets, keys. Its message has
 * them in an English sentence; screens in another language show them beside the sentence of the code.
 */
export const issueParams = [
  ...(['at', 'keys', 'words', 'value', 'id', 'start', 'end', 'found', 'length', 'count'] as const),
  ...(['tokens', 'tags', 'form', 'limit', 'first', 'last', 'byte', 'detail', 'left', 'begins'] as const),
] as const
export const issueParamsSchema = z.partialRecord(z.enum(issueParams), z.union([z.string(), z.number()]))
export type IssueParams = z.infer<typeof issueParamsSchema>

export type LineIssue = {
  line: number
  severity: Severity
  code: IssueCode
  /** In English: for the report as a file, the API and the command line. */
  message: string
  excerpt: string
  params?: IssueParams
}

/**
 * An instance as a format read it: canonical gold of its task form, and the label of every labelled thing in it (what
 * `labelsIn` of the task form gives), repeats included.
 */
export type NewInstance = {
  text: string
  gold: unknown
  labels: readonly string[]
  meta?: Record<string, unknown>
}

/** What a record of a file became: an instance, several (a paragraph with its questions), or none and the reasons why not. */
export type Reading = { instances: readonly NewInstance[]; issues: readonly LineIssue[] }

/**
 * One reading of the file and its place: lines (in a list: records) count from 1, `lineEnd` is its last line, `byteEnd` the first
 * byte after it. Reading again from there, at line `lineEnd` + 1, gives exactly the readings that follow.
 */
export type ReadInstances = Reading & { line: number; lineEnd: number; byteEnd: number }

/** Where a reading starts: a byte that begins a line, the number of that line, and how many readings came before. */
export type ReadFrom = { byte: number; line: number; readings: number }
export const FILE_START: ReadFrom = { byte: 0, line: 1, readings: 0 }

/** A line longer than this is refused without being kept in memory. */
export const MAX_LINE_BYTES = 10_000_000
/** More labels than any scheme has: another column was taken for the labels. */
export const MAX_LABELS = 5_000
const EXCERPT_LENGTH = 160

/** The beginning of a line as the report shows it: storable, whole characters. */
export function excerptOf(line: string): string {
  const cut = line.length > EXCERPT_LENGTH ? `${line.slice(0, EXCERPT_LENGTH)}…` : line
  return cut.replaceAll('\0', '␀').replace(/\p{Surrogate}/gu, '\ufffd')
}

/** Labels that occur most first, equal ones in code-unit order. */
export function compareLabelCounts(a: LabelCount, b: LabelCount): number {
  return b.items - a.items || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0)
}

/** A corpus of a project is its name: importing under that name again means the same corpus. */
export function corpusIdName(projectId: string, name: string): string {
  return `corpus/${projectId}/${name}`
}

/** An instance's place of its own in a corpus; the same file imported again gives the same ids. */
export function instanceIdName(corpusId: string, ordinal: number): string {
  return `instance/${corpusId}/${ordinal}`
}
