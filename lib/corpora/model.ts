import { z } from 'zod'

export const splits = ['train', 'dev', 'test', 'all'] as const
export const splitSchema = z.enum(splits)

export const importFormats = ['conll', 'jsonl-spans'] as const
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

/** A label found in a corpus with how many spans and instances carry it. */
export const labelCountSchema = z.object({ label: z.string(), spans: z.number(), instances: z.number() })
export type LabelCount = z.infer<typeof labelCountSchema>

/** `error`: the line was refused. `warning`: it went in, and something was mended or should be known. */
export const severitySchema = z.enum(['error', 'warning'])
export type Severity = z.infer<typeof severitySchema>

/** Everything that can be wrong with a line or be mended in it; the screens translate each. */
export const issueCodes = [
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
  'label-empty',
  'answer-reject',
  'answer-ignore',
] as const
export type IssueCode = (typeof issueCodes)[number]

export type LineIssue = {
  line: number
  severity: Severity
  code: IssueCode
  message: string
  excerpt: string
}

export type ReadSpan = { start: number; end: number; label: string }

/** What a text of a file became: an instance with canonical spans, or nothing and the reasons why not. */
export type Reading = {
  instance: { text: string; spans: ReadSpan[]; meta?: Record<string, unknown> } | null
  issues: readonly LineIssue[]
}

/**
 * One reading of the file and its place: lines count from 1, `lineEnd` is its last line, `byteEnd` the first byte after it.
 * Reading again from there, at line `lineEnd` + 1, gives exactly the readings that follow.
 */
export type ReadInstance = Reading & { line: number; lineEnd: number; byteEnd: number }

/** Where a reading starts: a byte that begins a line, and the number of that line. */
export type ReadFrom = { byte: number; line: number }
export const FILE_START: ReadFrom = { byte: 0, line: 1 }

/** A line longer than this is refused without being kept in memory. */
export const MAX_LINE_BYTES = 10_000_000
export const MAX_LABEL_LENGTH = 200
/** More labels than any scheme has: another column was taken for the labels. */
export const MAX_LABELS = 5_000
const EXCERPT_LENGTH = 160

/** The beginning of a line as the report shows it: storable, whole characters. */
export function excerptOf(line: string): string {
  const cut = line.length > EXCERPT_LENGTH ? `${line.slice(0, EXCERPT_LENGTH)}…` : line
  return cut.replaceAll('\0', '␀').replace(/\p{Surrogate}/gu, '\ufffd')
}

/** Labels with most spans first, equal ones in code-unit order. */
export function compareLabelCounts(a: LabelCount, b: LabelCount): number {
  return b.spans - a.spans || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0)
}

/** A corpus of a project is its name: importing under that name again means the same corpus. */
export function corpusIdName(projectId: string, name: string): string {
  return `corpus/${projectId}/${name}`
}

/** An instance's place of its own in a corpus; the same file imported again gives the same ids. */
export function instanceIdName(corpusId: string, ordinal: number): string {
  return `instance/${corpusId}/${ordinal}`
}

/** All labels of several corpora, each once, in the order in which the corpora first name them. */
export function labelsOf(corpora: readonly { labels: readonly LabelCount[] }[]): string[] {
  return [...new Set(corpora.flatMap(({ labels }) => labels.map(({ label }) => label)))]
}
