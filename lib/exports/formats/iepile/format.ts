import { iepileRecordSchema } from '@/lib/exports/formats/iepile/schema'
import { writeRecord } from '@/lib/exports/formats/iepile/write-record'
import type { Format } from '@/lib/exports/formats/model'
import { writeLoading } from '@/lib/exports/formats/write-loading'

export const iepile: Format = {
  encoding: 'jsonl',
  gzip: true,
  layouts: ['flat', 'huggingface'],
  record: iepileRecordSchema,
  writeRecord,
  companions: () => [],
  commands: () => [writeLoading()],
}
