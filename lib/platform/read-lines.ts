import { AppError } from '@/lib/platform/errors'
import { files } from '@/lib/platform/files'

const NEWLINE = 10

type Reading = {
  /** A byte at which a line begins. */
  from?: number
  /** Bytes read at a time: many where all of a large file is read. */
  atOnce?: number
  /** Gets every byte that is read, before its lines are given. */
  onBytes?(bytes: Buffer): void
}

/** The lines of a file, without their ends, as many at a time as were read. */
export async function* readLines(
  key: string,
  { from = 0, atOnce = 1 << 16, onBytes }: Reading = {},
): AsyncGenerator<Buffer[]> {
  let rest: Buffer[] = []
  // From the byte before, which must be the end of a line.
  let isFirst = from > 0
  for await (const chunk of files().read(key, {
    start: Math.max(0, from - 1),
    chunk: atOnce,
  }) as AsyncIterable<Buffer>) {
    onBytes?.(chunk)
    if (isFirst && chunk[0] !== NEWLINE)
      throw new AppError('invalid', 'No line begins at this byte.', { reason: 'cursor-unknown' })
    const lines: Buffer[] = []
    let begin = isFirst ? 1 : 0
    isFirst = false
    for (let end = chunk.indexOf(NEWLINE, begin); end !== -1; end = chunk.indexOf(NEWLINE, begin)) {
      const last = chunk.subarray(begin, end)
      lines.push(rest.length ? Buffer.concat([...rest, last]) : last)
      rest = []
      begin = end + 1
    }
    if (begin < chunk.length) rest.push(chunk.subarray(begin))
    if (lines.length) yield lines
  }
  if (rest.length) yield [Buffer.concat(rest)]
}
