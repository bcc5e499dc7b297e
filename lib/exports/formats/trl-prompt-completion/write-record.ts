import type { ExportedInstruction } from '@/lib/exports/formats/model'
import type { TrlPromptCompletionRecord } from '@/lib/exports/formats/trl-prompt-completion/schema'
import { writeMessages } from '@/lib/exports/formats/write-turn'

export function writeRecord(instruction: ExportedInstruction): TrlPromptCompletionRecord {
  return {
    prompt: writeMessages(instruction).slice(0, -1),
    completion: [{ role: 'assistant', content: instruction.output }],
  }
}
