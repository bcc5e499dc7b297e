import type { Column, Encoding } from '@/lib/exports/formats/model'

/** A new file of records. `write` gives a promise only when it must be waited for before the next. */
export type RecordFile = {
  write(record: Record<string, unknown>): Promise<void> | undefined
  commit(): Promise<{ key: string; bytes: number; sha256: string }>
  discard(): Promise<void>
}

export type RecordFileOptions = { gzip: boolean; columns: readonly Column[] }

/** A record as it stands in a file, with its place for people: `line 3`, `row 7`. */
export type ReadRecord = { place: string; record: unknown }

/** How records become a file of this encoding, and how any reader gets them back. */
export type EncodingDefinition = {
  name: Encoding
  openRecords(key: string, options: RecordFileOptions): Promise<RecordFile>
  /** Throws RecordFault at the first place that is no record. */
  readRecords(path: string): AsyncGenerator<ReadRecord>
}
