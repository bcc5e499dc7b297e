import { csvRecordSchema } from '@/lib/exports/formats/csv/schema'
import { writeRecord } from '@/lib/exports/formats/csv/write-record'
import type { Format } from '@/lib/exports/formats/model'
import { writeLoading } from '@/lib/exports/formats/write-loading'

export const csv: Format = {
  encoding: 'csv',
  gzip: true,
  layouts: ['flat', 'huggingface'],
  record: csvRecordSchema,
  columns: Object.keys(csvRecordSchema.shape).map((name) => ({ name, type: 'STRING' })),
  writeRecord,
  companions: () => [],
  commands: () => [writeLoading()],
}
