import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import type { ReadRecord } from '@/lib/exports/encodings/model'
import { RecordFault } from '@/lib/exports/encodings/parse-record'

export async function* readRecords(path: string): AsyncGenerator<ReadRecord> {
  const file = await asyncBufferFromFile(path)
  const metadata = await parquetMetadataAsync(file).catch((error: Error) => {
    throw new RecordFault('footer', error.message)
  })
  let rowStart = 0
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows)
    const rows = await parquetReadObjects({ file, metadata, rowStart, rowEnd }).catch((error: Error) => {
      throw new RecordFault(`rows ${rowStart + 1} to ${rowEnd}`, error.message)
    })
    for (const [at, record] of rows.entries()) yield { place: `row ${rowStart + at + 1}`, record }
    rowStart = rowEnd
  }
}
