import { mapInstance } from '@/lib/corpora/formats/pubtator/map-instance'
import { faultIssue, type Line, readLines } from '@/lib/corpora/formats/read-lines'
import { excerptOf, MAX_LINE_BYTES, type ReadFrom, type ReadInstances } from '@/lib/corpora/model'
import type { TaskForm } from '@/lib/tasks/model'

type Block = { lines: Line[]; length: number }

/** Articles, one after the other. An article ends with the blank line after it, or the file. */
export async function* readInstances(
  chunks: AsyncIterable<Uint8Array>,
  from: ReadFrom,
  taskForm: TaskForm,
): AsyncGenerator<ReadInstances> {
  let block: Block = { lines: [], length: 0 }
  let last: Pick<Line, 'number' | 'byteEnd'> = { number: from.line - 1, byteEnd: from.byte }
  for await (const lines of readLines(chunks, from))
    for (const line of lines) {
      if (line.text?.trim() === '') {
        if (block.lines.length > 0) yield readBlock(block, line, taskForm)
        block = { lines: [], length: 0 }
      } else {
        block.length += line.text?.length ?? 0
        if (block.length <= MAX_LINE_BYTES) block.lines.push(line)
      }
      last = line
    }
  if (block.lines.length > 0) yield readBlock(block, last, taskForm)
}

function readBlock(
  { lines, length }: Block,
  end: Pick<Line, 'number' | 'byteEnd'>,
  taskForm: TaskForm,
): ReadInstances {
  const line = lines[0]!.number
  const place = { line, lineEnd: end.number, byteEnd: end.byteEnd }
  const broken = lines.flatMap((one) => (one.text === null ? [faultIssue(one)] : []))
  if (broken.length > 0) return { ...place, instances: [], issues: broken }
  if (length > MAX_LINE_BYTES) {
    const message = `The article that begins here is longer than ${MAX_LINE_BYTES / 1_000_000} MB: a blank line after each is expected.`
    const excerpt = excerptOf(lines[0]!.text ?? '')
    const issue = { line, severity: 'error', code: 'record-too-long', message, excerpt } as const
    return { ...place, instances: [], issues: [issue] }
  }
  const written = lines.map(({ number, text }) => ({ line: number, written: text ?? '' }))
  return { ...place, ...mapInstance(written, taskForm) }
}
