import type { CorpusNames, ExportedInstruction } from '@/lib/exports/formats/model'
import type { ParquetRecord } from '@/lib/exports/formats/parquet/schema'
import { writeRow } from '@/lib/exports/formats/write-row'

export function writeRecord(instruction: ExportedInstruction, corpora: CorpusNames): ParquetRecord {
  return writeRow(instruction, corpora)
}
