import type { ExportedInstruction } from '@/lib/exports/formats/model'
import type { TrlPromptCompletionRecord } from '@/lib/exports/formats/trl-prompt-completion/schema'
import { writeTurn } from '@/lib/exports/formats/write-turn'

export function writeRecord(instruction: ExportedInstruction): TrlPromptCompletionRecord {
  return {
    prompt: [{ role: 'user', content: writeTurn(instruction) }],
    completion: [{ role: 'assistant', content: instruction.output }],
  }
}
