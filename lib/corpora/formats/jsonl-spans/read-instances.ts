import { mapInstance } from '@/lib/corpora/formats/jsonl-spans/map-instance'
import type { Options } from '@/lib/corpora/formats/jsonl-spans/schema'
import { faultIssue, type Line, readLines } from '@/lib/corpora/formats/read-lines'
import type { ReadFrom, ReadInstance } from '@/lib/corpora/model'

/** One instance a line. Empty lines mean nothing. */
export async function* readInstances(
  chunks: AsyncIterable<Uint8Array>,
  from: ReadFrom,
  _options: Options,
): AsyncGenerator<ReadInstance> {
  for await (const lines of readLines(chunks, from))
    for (const line of lines) {
      if (line.text !== null && /^\s*$/.test(line.text)) continue
      yield readLine(line)
    }
}

function readLine(line: Line): ReadInstance {
  const place = { line: line.number, lineEnd: line.number, byteEnd: line.byteEnd }
  if (line.text === null) return { ...place, instance: null, issues: [faultIssue(line)] }
  return { ...place, ...mapInstance(line.number, line.text) }
}
