import { parquetMetadata } from 'hyparquet'
import type { FileSample, Recognition } from '@/lib/corpora/formats/model'
import { describeTable } from '@/lib/corpora/formats/parquet/map-instance'
import type { Options } from '@/lib/corpora/formats/parquet/schema'
import { AppError } from '@/lib/platform/errors'

const MARK = 'PAR1'

/** Certain of what begins as Parquet does; what its columns make is told from the index at its end. */
export function recogniseFile({ bytes, tail }: FileSample): Recognition<Options> | null {
  if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') !== MARK) return null
  if (!tail) throw damaged('packed once more; unpack it')
  const end = Buffer.from(tail)
  if (end.toString('latin1', end.length - 4) !== MARK) throw damaged('its end is missing')
  const options = { columns: {}, classes: {} }
  const isIndexThere = end.readUInt32LE(end.length - 8) + 8 <= end.length
  const { taskForms } = isIndexThere ? describeSafely(end) : { taskForms: [] }
  return { certainty: 1, taskForms: taskForms.length > 0 ? taskForms : ['tc'], options }
}

function describeSafely(end: Buffer) {
  try {
    return describeTable(parquetMetadata(new Uint8Array(end)))
  } catch (cause) {
    throw damaged((cause as Error).message)
  }
}

/** A Parquet file that cannot be read. */
export function damaged(cause: string): AppError {
  return new AppError(
    'invalid',
    `This Parquet file cannot be read (${cause}). Nothing was kept; write it again and send it once more.`,
    { reason: 'parquet-unreadable', params: { cause } },
  )
}
