import type { RecordFile, RecordFileOptions } from '@/lib/exports/encodings/model'
import { openHashedFile } from '@/lib/platform/hashed-file'

/** One array with a record a line: it streams, and a diff shows records. */
export async function openRecords(key: string, { gzip }: RecordFileOptions): Promise<RecordFile> {
  const file = await openHashedFile(key, { gzip })
  let before = '[\n'
  return {
    write(record) {
      const full = file.write(before + JSON.stringify(record))
      before = ',\n'
      return full
    },
    async commit() {
      await file.write(before === '[\n' ? '[]\n' : '\n]\n')
      return file.commit()
    },
    discard: () => file.discard(),
  }
}
