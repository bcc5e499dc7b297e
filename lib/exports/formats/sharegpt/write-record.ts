import type { ExportedInstruction } from '@/lib/exports/formats/model'
import type { SharegptRecord } from '@/lib/exports/formats/sharegpt/schema'
import { writeTurn } from '@/lib/exports/formats/write-turn'

export function writeRecord(instruction: ExportedInstruction): SharegptRecord {
  return {
    conversations: [
      { from: 'human', value: writeTurn(instruction) },
      { from: 'gpt', value: instruction.output },
    ],
  }
}
