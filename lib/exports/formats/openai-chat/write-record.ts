import type { ExportedInstruction } from '@/lib/exports/formats/model'
import type { OpenaiChatRecord } from '@/lib/exports/formats/openai-chat/schema'
import { writeMessages } from '@/lib/exports/formats/write-turn'

export function writeRecord(instruction: ExportedInstruction): OpenaiChatRecord | null {
  // The service wants the call that a tool answers, which the corpus does not tell.
  if (instruction.turns?.some(({ from }) => from === 'tool')) return null
  return { messages: writeMessages(instruction) as OpenaiChatRecord['messages'] }
}
