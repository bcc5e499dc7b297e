import type { z } from 'zod'
import { alpacaRecordSchema } from '@/lib/exports/formats/alpaca/schema'
import { writeRecord as writeAlpaca } from '@/lib/exports/formats/alpaca/write-record'
import { openaiChatRecordSchema } from '@/lib/exports/formats/openai-chat/schema'
import { writeRecord as writeOpenaiChat } from '@/lib/exports/formats/openai-chat/write-record'
import { sharegptRecordSchema } from '@/lib/exports/formats/sharegpt/schema'
import { writeRecord as writeSharegpt } from '@/lib/exports/formats/sharegpt/write-record'
import type { ExportFormat } from '@/lib/exports/model'
import type { Instruction } from '@/lib/synthesis/model'

/**
 * How the file of a format is made. `lines`: JSONL, a record a line. `array`: one JSON array, still with a record a line, as
 * files of these kinds are published and as their trainers' examples read them; both stream.
 */
export type Format = {
  fileName: string
  frame: 'lines' | 'array'
  record: z.ZodType
  writeRecord(instruction: Instruction): object
}

const byName: Record<ExportFormat, Format> = {
  'openai-chat': {
    fileName: 'openai-chat.jsonl',
    frame: 'lines',
    record: openaiChatRecordSchema,
    writeRecord: writeOpenaiChat,
  },
  alpaca: { fileName: 'alpaca.json', frame: 'array', record: alpacaRecordSchema, writeRecord: writeAlpaca },
  sharegpt: {
    fileName: 'sharegpt.json',
    frame: 'array',
    record: sharegptRecordSchema,
    writeRecord: writeSharegpt,
  },
}

/** An export format by its name. */
export function findFormat(name: ExportFormat): Format {
  return byName[name]
}
