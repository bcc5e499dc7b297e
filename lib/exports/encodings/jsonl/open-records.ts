import type { RecordFile, RecordFileOptions } from '@/lib/exports/encodings/model'
import { openHashedFile } from '@/lib/platform/hashed-file'

export async function openRecords(key: string, { gzip }: RecordFileOptions): Promise<RecordFile> {
  const file = await openHashedFile(key, { gzip })
  return {
    write: (record) => file.write(`${JSON.stringify(record)}\n`),
    commit: () => file.commit(),
    discard: () => file.discard(),
  }
}
