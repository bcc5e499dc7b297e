import type { Format } from '@/lib/exports/formats/model'
import { trlPromptCompletionRecordSchema } from '@/lib/exports/formats/trl-prompt-completion/schema'
import { writeRecord } from '@/lib/exports/formats/trl-prompt-completion/write-record'
import { writeTrl } from '@/lib/exports/formats/write-trl'

export const trlPromptCompletion: Format = {
  encoding: 'jsonl',
  gzip: true,
  layouts: ['flat', 'huggingface'],
  record: trlPromptCompletionRecordSchema,
  writeRecord,
  companions: (data) => [writeTrl('sft', data)],
  commands: () => ['trl sft --config trl.yaml'],
}
