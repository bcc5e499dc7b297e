import { AppError } from '@/lib/platform/errors'
import { files } from '@/lib/platform/files'
import { type Instruction, instructionSchema } from '@/lib/synthesis/model'

/** A page stops at this size, whatever its limit, but holds at least one record. */
const PAGE_BYTES = 4_000_000
const NEWLINE = 10

export async function readInstructionPage(
  file: { key: string; bytes: number },
  { from, limit }: { from: number; limit: number },
): Promise<{ items: Instruction[]; nextCursor: string | null }> {
  if (from >= file.bytes) return { items: [], nextCursor: null }
  const items: Instruction[] = []
  let at = from
  for await (const line of readLines(file.key, from)) {
    items.push(parseLine(line))
    at += line.length + 1
    if (items.length >= limit || at - from >= PAGE_BYTES) break
  }
  return { items, nextCursor: at < file.bytes ? String(at) : null }
}

/** The lines of a file from a byte at which one begins. */
async function* readLines(key: string, from: number): AsyncGenerator<Buffer> {
  let rest: Buffer[] = []
  let isFirst = from > 0
  for await (const chunk of files().read(key, { start: Math.max(0, from - 1) }) as AsyncIterable<Buffer>) {
    let begin = 0
    if (isFirst) {
      if (chunk[0] !== NEWLINE) throw notALine()
      begin = 1
      isFirst = false
    }
    for (let end = chunk.indexOf(NEWLINE, begin); end !== -1; end = chunk.indexOf(NEWLINE, begin)) {
      const last = chunk.subarray(begin, end)
      yield rest.length ? Buffer.concat([...rest, last]) : last
      rest = []
      begin = end + 1
    }
    if (begin < chunk.length) rest.push(chunk.subarray(begin))
  }
}

function parseLine(line: Buffer): Instruction {
  return instructionSchema.parse(JSON.parse(line.toString('utf8')))
}

function notALine(): AppError {
  return new AppError('invalid', 'No record begins at this cursor.', { reason: 'cursor-invalid' })
}
