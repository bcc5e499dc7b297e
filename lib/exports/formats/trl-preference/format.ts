import type { Format } from '@/lib/exports/formats/model'
import { trlPreferenceRecordSchema } from '@/lib/exports/formats/trl-preference/schema'
import { writeRecord } from '@/lib/exports/formats/trl-preference/write-record'
import { writeDraftPair } from '@/lib/exports/formats/write-draft-pair'
import { writeTrl } from '@/lib/exports/formats/write-trl'

export const trlPreference: Format = {
  encoding: 'jsonl',
  gzip: true,
  layouts: ['flat', 'huggingface'],
  record: trlPreferenceRecordSchema,
  writeRecord,
  writeDraftPair,
  companions: (data) => [writeTrl('dpo', data)],
  commands: () => ['trl dpo --config trl.yaml'],
}
