import type { AxolotlRecord } from '@/lib/exports/formats/axolotl/schema'
import type { ExportedInstruction } from '@/lib/exports/formats/model'
import { writeMessages } from '@/lib/exports/formats/write-turn'

export function writeRecord(instruction: ExportedInstruction): AxolotlRecord {
  return { messages: writeMessages(instruction) }
}
