import type { SharegptRecord } from '@/lib/exports/formats/sharegpt/schema'
import { writeTurn } from '@/lib/exports/formats/write-turn'
import type { Instruction } from '@/lib/synthesis/model'

export function writeRecord(instruction: Instruction): SharegptRecord {
  return {
    conversations: [
      { from: 'human', value: writeTurn(instruction) },
      { from: 'gpt', value: instruction.output },
    ],
  }
}
