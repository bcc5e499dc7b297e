import type { Format } from '@/lib/exports/formats/model'
import { trlMessagesRecordSchema } from '@/lib/exports/formats/trl-messages/schema'
import { writeRecord } from '@/lib/exports/formats/trl-messages/write-record'
import { writeTrl } from '@/lib/exports/formats/write-trl'

export const trlMessages: Format = {
  encoding: 'jsonl',
  gzip: true,
  layouts: ['flat', 'huggingface'],
  record: trlMessagesRecordSchema,
  writeRecord,
  companions: (data) => [writeTrl('sft', data)],
  commands: () => ['trl sft --config trl.yaml'],
}
