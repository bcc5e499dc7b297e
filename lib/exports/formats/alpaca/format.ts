import { alpacaRecordSchema } from '@/lib/exports/formats/alpaca/schema'
import { writeRecord } from '@/lib/exports/formats/alpaca/write-record'
import type { Format } from '@/lib/exports/formats/model'
import { writeLoading } from '@/lib/exports/formats/write-loading'

export const alpaca: Format = {
  encoding: 'json',
  gzip: true,
  layouts: ['flat', 'huggingface'],
  record: alpacaRecordSchema,
  writeRecord,
  companions: () => [],
  commands: () => [writeLoading()],
}
