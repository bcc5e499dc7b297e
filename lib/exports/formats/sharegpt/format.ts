import type { Format } from '@/lib/exports/formats/model'
import { sharegptRecordSchema } from '@/lib/exports/formats/sharegpt/schema'
import { writeRecord } from '@/lib/exports/formats/sharegpt/write-record'
import { writeLoading } from '@/lib/exports/formats/write-loading'

export const sharegpt: Format = {
  encoding: 'json',
  gzip: true,
  layouts: ['flat', 'huggingface'],
  record: sharegptRecordSchema,
  writeRecord,
  companions: () => [],
  commands: () => [writeLoading()],
}
