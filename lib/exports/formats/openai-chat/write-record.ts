import type { OpenaiChatRecord } from '@/lib/exports/formats/openai-chat/schema'
import { writeTurn } from '@/lib/exports/formats/write-turn'
import type { Instruction } from '@/lib/synthesis/model'

export function writeRecord(instruction: Instruction): OpenaiChatRecord {
  return {
    messages: [
      { role: 'user', content: writeTurn(instruction) },
      { role: 'assistant', content: instruction.output },
    ],
  }
}
