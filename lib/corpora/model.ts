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

export type LineIssue = { line: number; severity: Severity; code: string; message: string; excerpt: string }

/** One reading of the file: an instance, or the reasons why not. Lines count from 1, byteEnd is the first byte after it. */
export type ReadInstance = {
  line: number
  byteEnd: number
  instance: {
    text: string
    spans: { start: number; end: number; label: string }[]
    meta?: Record<string, unknown>
  } | null
  issues: LineIssue[]
}

/** An instance's place of its own in a corpus; the same file imported again gives the same ids. */
export function instanceIdName(corpusId: string, ordinal: number): string {
  return `instance/${corpusId}/${ordinal}`
}
