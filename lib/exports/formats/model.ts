import type { z } from 'zod'
import type { ExportLayout, SplitName } from '@/lib/exports/model'
import type { Instruction } from '@/lib/synthesis/model'

/** An instruction as a run's file holds it. */
export type ExportedInstruction = Instruction

/** What makes an instruction more than basic; runs before rules and formats knew guidelines only. */
export function strategiesOf({ strategy, strategies }: ExportedInstruction['provenance']): string[] {
  if (strategies?.length) return strategies
  return [strategy === 'compound' ? 'guideline' : 'basic']
}

/** Two drafts of one artifact of which people approved one and rejected the other. */
export type DraftPair = {
  id: string
  artifactId: string
  kind: string
  key: string
  corpusName: string | null
  approved: { versionId: string; content: unknown }
  rejected: { versionId: string; content: unknown; reasonCode: string | null }
}

export const encodings = ['jsonl', 'json', 'csv', 'parquet'] as const
export type Encoding = (typeof encodings)[number]
/** `repeats`: has few values, each in many rows. */
export type Column = { name: string; type: 'STRING' | 'STRINGS'; repeats?: boolean }

/** What a format may say of a record's corpus. */
export type CorpusName = { name: string }
export type CorpusNames = ReadonlyMap<string, CorpusName>

export type DataFile = { name: string; split: SplitName; rows: number }
export type Companion = { name: string; text: string }

/**
 * A format of a trainer. `json` is one JSON array, still with a record a line, as files of these kinds are published and as their
 * trainers' examples read them. All of them stream.
 */
export type Format = {
  encoding: Encoding
  /** Does the trainer read it packed? */
  gzip: boolean
  layouts: readonly ExportLayout[]
  record: z.ZodType
  /** Of CSV and Parquet. */
  columns?: readonly Column[]
  /** Null when the record is nothing for this format, such as one that gives no pair of answers. */
  writeRecord(instruction: ExportedInstruction, corpora: CorpusNames): Record<string, unknown> | null
  writeDraftPair?(pair: DraftPair): Record<string, unknown>
  /** What the trainer reads beside the records, ready to run. */
  companions(data: readonly DataFile[]): Companion[]
  /** What to type in the folder to use it. */
  commands(data: readonly DataFile[]): string[]
}
