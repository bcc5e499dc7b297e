import type { LlamaFactoryRecord } from '@/lib/exports/formats/llama-factory/schema'
import type { ExportedInstruction } from '@/lib/exports/formats/model'

export function writeRecord({ instruction, input, output }: ExportedInstruction): LlamaFactoryRecord {
  return { instruction, input, output }
}
