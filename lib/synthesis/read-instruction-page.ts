import { readLines } from '@/lib/platform/read-lines'
import { type Instruction, instructionSchema } from '@/lib/synthesis/model'

/** A page stops at this size, whatever its limit, but holds at least one record. */
const PAGE_BYTES = 4_000_000

/** Records of a run's file from a byte at which one begins, and the byte at which the next page does. */
export async function readInstructionPage(
  file: { key: string; bytes: number },
  { from, limit }: { from: number; limit: number },
): Promise<{ items: Instruction[]; nextCursor: string | null }> {
  if (from >= file.bytes) return { items: [], nextCursor: null }
  const items: Instruction[] = []
  let at = from
  reading: for await (const lines of readLines(file.key, { from })) {
    for (const line of lines) {
      items.push(instructionSchema.parse(JSON.parse(line.toString('utf8'))))
      at += line.length + 1
      if (items.length >= limit || at - from >= PAGE_BYTES) break reading
    }
  }
  return { items, nextCursor: at < file.bytes ? String(at) : null }
}
