import type { AlpacaRecord } from '@/lib/exports/formats/alpaca/schema'
import type { ExportedInstruction } from '@/lib/exports/formats/model'

export function writeRecord({ instruction, input, output }: ExportedInstruction): AlpacaRecord {
  return { instruction, input, output }
}
