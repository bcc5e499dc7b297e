import type { Format } from '@/lib/exports/formats/model'
import { openaiChatRecordSchema } from '@/lib/exports/formats/openai-chat/schema'
import { writeRecord } from '@/lib/exports/formats/openai-chat/write-record'

export const openaiChat: Format = {
  encoding: 'jsonl',
  gzip: true,
  layouts: ['flat', 'huggingface'],
  record: openaiChatRecordSchema,
  writeRecord,
  companions: () => [],
  commands: (data) => data.map(({ name }) => `openai api files.create --purpose fine-tune --file ${name}`),
}
