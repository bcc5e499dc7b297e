import type { IepileRecord } from '@/lib/exports/formats/iepile/schema'
import type { CorpusNames, ExportedInstruction } from '@/lib/exports/formats/model'

export function writeRecord(
  { instruction, input, output, turns, provenance }: ExportedInstruction,
  corpora: CorpusNames,
): IepileRecord | null {
  if (turns) return null // It has no place for a conversation.
  const { taskForm, labels, corpusId } = provenance
  return {
    task: taskForm.toUpperCase(),
    source: corpora.get(corpusId)?.name ?? corpusId,
    instruction: JSON.stringify({ instruction, schema: labels, input }),
    output,
  }
}
