import { type CorpusNames, type ExportedInstruction, strategiesOf } from '@/lib/exports/formats/model'
import type { ParquetRecord } from '@/lib/exports/formats/parquet/schema'

/** A record as one row of a table that can hold lists. */
export function writeRow(
  { id, instruction, input, output, turns, provenance }: ExportedInstruction,
  corpora: CorpusNames,
): ParquetRecord {
  const { taskForm, carrier, language, corpusId, labels } = provenance
  return {
    id,
    instruction,
    input,
    output,
    turns: turns ? JSON.stringify(turns) : '',
    task: taskForm,
    strategies: strategiesOf(provenance),
    carrier,
    language,
    corpus: corpora.get(corpusId)?.name ?? corpusId,
    labels,
  }
}
