import type { ExportedInstruction } from '@/lib/exports/formats/model'

const headings = { en: 'Input:', zh: '输入文本：' }

/** Instruction and input as one turn of a conversation, under the name by which the instruction speaks of the input. */
export function writeTurn({ instruction, input, provenance }: ExportedInstruction): string {
  return `${instruction}\n\n${headings[provenance.language]}\n${input}`
}
