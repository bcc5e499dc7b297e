import type { ExportedInstruction } from '@/lib/exports/formats/model'
import type { TrlMessagesRecord } from '@/lib/exports/formats/trl-messages/schema'
import { writeMessages } from '@/lib/exports/formats/write-turn'

export function writeRecord(instruction: ExportedInstruction): TrlMessagesRecord {
  return { messages: writeMessages(instruction) }
}
