import { stringify } from 'csv-stringify/sync'
import { guardCell } from '@/lib/exports/encodings/guard-cell'
import type { RecordFile, RecordFileOptions } from '@/lib/exports/encodings/model'
import { openHashedFile } from '@/lib/platform/hashed-file'

const BATCH = 200
/** Spreadsheets take a file without it for one of their own encoding. */
const BYTE_ORDER_MARK = '\uFEFF'

/** Every cell quoted, so that no other separator splits it, and none that a spreadsheet would run. */
export async function openRecords(key: string, { gzip, columns }: RecordFileOptions): Promise<RecordFile> {
  const file = await openHashedFile(key, { gzip })
  const names = columns.map(({ name }) => name)
  let rows: string[][] = [names]
  let before = BYTE_ORDER_MARK
  const flush = async () => {
    const text = before + stringify(rows, { quoted: true, record_delimiter: '\n' })
    rows = []
    before = ''
    await file.write(text)
  }
  return {
    write(record) {
      rows.push(names.map((name) => guardCell(String(record[name]))))
      if (rows.length >= BATCH) return flush()
    },
    async commit() {
      await flush()
      return file.commit()
    },
    discard: () => file.discard(),
  }
}
