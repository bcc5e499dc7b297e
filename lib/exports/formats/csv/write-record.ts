import type { CsvRecord } from '@/lib/exports/formats/csv/schema'
import { type CorpusNames, type ExportedInstruction, strategiesOf } from '@/lib/exports/formats/model'

export function writeRecord(
  { id, instruction, input, output, turns, provenance }: ExportedInstruction,
  corpora: CorpusNames,
): CsvRecord {
  const { taskForm, carrier, language, corpusId, labels } = provenance
  return {
    id,
    instruction,
    input,
    output,
    turns: turns ? JSON.stringify(turns) : '',
    task: taskForm,
    strategies: strategiesOf(provenance).join(' '),
    carrier,
    language,
    corpus: corpora.get(corpusId)?.name ?? corpusId,
    labels: JSON.stringify(labels),
  }
}
