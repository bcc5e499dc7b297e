import type { CsvRecord } from '@/lib/exports/formats/csv/schema'
import type { CorpusNames, ExportedInstruction } from '@/lib/exports/formats/model'
import { writeRow } from '@/lib/exports/formats/write-row'

/** A cell holds no list. */
export function writeRecord(instruction: ExportedInstruction, corpora: CorpusNames): CsvRecord {
  const row = writeRow(instruction, corpora)
  return { ...row, strategies: row.strategies.join(' '), labels: JSON.stringify(row.labels) }
}
