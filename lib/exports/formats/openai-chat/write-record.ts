import type { ExportedInstruction } from '@/lib/exports/formats/model'
import type { OpenaiChatRecord } from '@/lib/exports/formats/openai-chat/schema'
import { writeTurn } from '@/lib/exports/formats/write-turn'

export function writeRecord(instruction: ExportedInstruction): OpenaiChatRecord {
  return {
    messages: [
      { role: 'user', content: writeTurn(instruction) },
      { role: 'assistant', content: instruction.output },
    ],
  }
}
