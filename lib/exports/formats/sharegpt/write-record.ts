import type { ExportedInstruction } from '@/lib/exports/formats/model'
import type { SharegptRecord } from '@/lib/exports/formats/sharegpt/schema'
import { writeMessages } from '@/lib/exports/formats/write-turn'

const names = { system: 'system', user: 'human', assistant: 'gpt', tool: 'tool' } as const

export function writeRecord(instruction: ExportedInstruction): SharegptRecord {
  return {
    conversations: writeMessages(instruction).map(({ role, content }) => ({
      from: names[role],
      value: content,
    })),
  }
}
