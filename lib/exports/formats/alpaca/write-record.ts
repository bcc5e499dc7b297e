import type { AlpacaRecord } from '@/lib/exports/formats/alpaca/schema'
import type { Instruction } from '@/lib/synthesis/model'

export function writeRecord({ instruction, input, output }: Instruction): AlpacaRecord {
  return { instruction, input, output }
}
