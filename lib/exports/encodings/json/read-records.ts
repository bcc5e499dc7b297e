import type { ReadRecord } from '@/lib/exports/encodings/model'
import { parseRecord, RecordFault } from '@/lib/exports/encodings/parse-record'
import { readTextLines } from '@/lib/exports/encodings/read-text-lines'

/** Reads the array a record at a time, which its frame of a record a line allows. */
export async function* readRecords(path: string): AsyncGenerator<ReadRecord> {
  let number = 0
  let last = ''
  for await (const line of readTextLines(path)) {
    const place = `line ${++number}`
    if (number === 1) {
      if (line !== '[' && line !== '[]') throw new RecordFault(place, 'does not begin an array')
    } else if (line === ']') {
      if (last.endsWith(',')) throw new RecordFault(place, 'ends the array after a comma')
    } else {
      if (last === ']' || last === '[]') throw new RecordFault(place, 'stands after the end of the array')
      if (number > 2 && !last.endsWith(',')) throw new RecordFault(place, 'follows no comma')
      yield { place, record: parseRecord(line.endsWith(',') ? line.slice(0, -1) : line, place) }
    }
    last = line
  }
  if (last !== ']' && last !== '[]') throw new RecordFault(`line ${number}`, 'does not end the array')
}
