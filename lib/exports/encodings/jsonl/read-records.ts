import type { ReadRecord } from '@/lib/exports/encodings/model'
import { parseRecord } from '@/lib/exports/encodings/parse-record'
import { readTextLines } from '@/lib/exports/encodings/read-text-lines'

export async function* readRecords(path: string): AsyncGenerator<ReadRecord> {
  let number = 0
  for await (const line of readTextLines(path)) {
    const place = `line ${++number}`
    yield { place, record: parseRecord(line, place) }
  }
}
