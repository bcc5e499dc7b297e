import { parse } from 'csv-parse'
import { freeCell } from '@/lib/exports/encodings/guard-cell'
import type { ReadRecord } from '@/lib/exports/encodings/model'
import { RecordFault } from '@/lib/exports/encodings/parse-record'
import { openBytes } from '@/lib/exports/encodings/read-text-lines'

export async function* readRecords(path: string): AsyncGenerator<ReadRecord> {
  const parser = parse({ bom: true, columns: true, record_delimiter: '\n', relax_quotes: false })
  const bytes = openBytes(path)
  bytes.on('error', (error) => parser.destroy(error))
  let row = 0
  try {
    for await (const record of bytes.pipe(parser) as AsyncIterable<Record<string, string>>) {
      const cells = Object.entries(record).map(([name, text]) => [name, freeCell(text)])
      yield { place: `row ${++row}`, record: Object.fromEntries(cells) }
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))
      throw new RecordFault(`row ${row + 1}`, error.message)
    throw error
  }
}
