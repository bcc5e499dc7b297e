import type { AlpacaRecord } from '@/lib/exports/formats/alpaca/schema'
import type { ExportedInstruction } from '@/lib/exports/formats/model'
import { writeHistory } from '@/lib/exports/formats/write-turn'

export function writeRecord(record: ExportedInstruction): AlpacaRecord | null {
  const { instruction, input, output, turns } = record
  if (!turns) return { instruction, input, output }
  const history = writeHistory(record)
  return history && { instruction, input, output, ...history }
}
