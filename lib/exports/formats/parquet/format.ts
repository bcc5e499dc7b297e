import type { Column, Format } from '@/lib/exports/formats/model'
import { parquetRecordSchema } from '@/lib/exports/formats/parquet/schema'
import { writeRecord } from '@/lib/exports/formats/parquet/write-record'
import { writeLoading } from '@/lib/exports/formats/write-loading'

const lists = new Set(['strategies', 'labels'])
const texts = new Set(['id', 'instruction', 'input', 'output', 'turns'])

export const parquet: Format = {
  encoding: 'parquet',
  gzip: false, // Its pages are packed already.
  layouts: ['flat', 'huggingface'],
  record: parquetRecordSchema,
  columns: Object.keys(parquetRecordSchema.shape).map(
    (name): Column => ({ name, type: lists.has(name) ? 'STRINGS' : 'STRING', repeats: !texts.has(name) }),
  ),
  writeRecord,
  companions: () => [],
  commands: () => [writeLoading()],
}
