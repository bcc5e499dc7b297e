import type { IepileRecord } from '@/lib/exports/formats/iepile/schema'
import type { CorpusNames, ExportedInstruction } from '@/lib/exports/formats/model'

export function writeRecord(
  { instruction, input, output, provenance }: ExportedInstruction,
  corpora: CorpusNames,
): IepileRecord {
  const { taskForm, labels, corpusId } = provenance
  return {
    task: taskForm.toUpperCase(),
    source: corpora.get(corpusId)?.name ?? corpusId,
    instruction: JSON.stringify({ instruction, schema: labels, input }),
    output,
  }
}
