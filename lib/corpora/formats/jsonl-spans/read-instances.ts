import { mapInstance } from '@/lib/corpora/formats/jsonl-spans/map-instance'
import type { Options } from '@/lib/corpora/formats/jsonl-spans/schema'
import { faultIssue, type Line, readLines } from '@/lib/corpora/formats/read-lines'
import type { ReadFrom, ReadInstances } from '@/lib/corpora/model'

/** One instance a line. Empty lines mean nothing. */
export async function* readInstances(
  chunks: AsyncIterable<Uint8Array>,
  from: ReadFrom,
  _options: Options,
): AsyncGenerator<ReadInstances> {
  for await (const lines of readLines(chunks, from))
    for (const line of lines) if (line.text === null || !isBlank(line.text)) yield readLine(line)
}

const BRACE = 123

function isBlank(text: string): boolean {
  return text.charCodeAt(0) !== BRACE && text.trim() === ''
}

function readLine(line: Line): ReadInstances {
  const { number, byteEnd } = line
  if (line.text === null) {
    const issues = [faultIssue(line)]
    return { line: number, lineEnd: number, byteEnd, instances: [], issues }
  }
  const { instances, issues } = mapInstance(number, line.text)
  return { line: number, lineEnd: number, byteEnd, instances, issues }
}
