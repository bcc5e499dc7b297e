import type { LlamaFactoryRecord } from '@/lib/exports/formats/llama-factory/schema'
import type { ExportedInstruction } from '@/lib/exports/formats/model'
import { writeHistory } from '@/lib/exports/formats/write-turn'

/** Every column that `dataset_info.json` names must be there in every record. */
export function writeRecord(record: ExportedInstruction): LlamaFactoryRecord | null {
  const { instruction, input, output } = record
  const said = writeHistory(record)
  return said && { instruction, input, output, system: said.system ?? '', history: said.history ?? [] }
}
