import { csvRecordSchema } from '@/lib/exports/formats/csv/schema'
import { writeRecord } from '@/lib/exports/formats/csv/write-record'
import type { Format } from '@/lib/exports/formats/model'

// Cells are guarded against spreadsheets (`guard-cell`); a trainer wants what stands behind the guard.
const COMMENT =
  '# An apostrophe at the beginning of a cell keeps spreadsheets from running it: take one off, as here.'
const FREE = 'lambda row: {k: v[1:] if str(v)[:1] == chr(39) else v for k, v in row.items()}'
const LOADING = `python -c 'from datasets import load_dataset; print(load_dataset(".").map(${FREE}))'`

export const csv: Format = {
  encoding: 'csv',
  gzip: true,
  layouts: ['flat', 'huggingface'],
  record: csvRecordSchema,
  columns: Object.keys(csvRecordSchema.shape).map((name) => ({ name, type: 'STRING' })),
  writeRecord,
  companions: () => [],
  commands: () => [COMMENT, LOADING],
}
