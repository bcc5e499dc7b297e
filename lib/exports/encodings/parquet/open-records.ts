import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer'
import type { RecordFile, RecordFileOptions } from '@/lib/exports/encodings/model'
import type { Column } from '@/lib/exports/formats/model'
import { openHashedFile } from '@/lib/platform/hashed-file'

/** What is held in memory before it is written: the fewer, the more a reader must fetch. */
const GROUP_ROWS = 10_000
const GUESSED_LENGTH = 100
const GROUP_CHARACTERS = 2_000_000
/** Whoever looks at the begin of a file waits for the first group alone. */
const FIRST_GROUP_CHARACTERS = 200_000

/** A row group at a time, so that a file of any size takes the memory of one. */
export async function openRecords(key: string, { columns }: RecordFileOptions): Promise<RecordFile> {
  const file = await openHashedFile(key)
  const bytes = new ByteWriter(1 << 20)
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaOf(columns),
    statistics: false,
    createdBy: 'gloss',
  })
  const names = columns.map(({ name }) => name)
  let group = columns.map((): unknown[] => [])
  let characters = 0
  let most = FIRST_GROUP_CHARACTERS
  const drain = async () => {
    const filled = Buffer.from(bytes.getBuffer())
    bytes.index = 0
    await file.append(filled)
  }
  const flush = async () => {
    const columnData = columns.map(({ name }, at) => ({ name, data: group[at]! }))
    group = columns.map(() => [])
    characters = 0
    most = GROUP_CHARACTERS
    await writer.write({ columnData, rowGroupSize: GROUP_ROWS })
    await drain()
  }
  return {
    write(record) {
      for (let at = 0; at < names.length; at++) {
        const value = record[names[at]!]
        group[at]!.push(value)
        characters += typeof value === 'string' ? value.length : GUESSED_LENGTH
      }
      if (group[0]!.length >= GROUP_ROWS || characters >= most) return flush()
    },
    async commit() {
      if (group[0]!.length) await flush()
      await writer.finish()
      await drain()
      return file.commit()
    },
    discard: () => file.discard(),
  }
}

export function schemaOf(columns: readonly Column[]): SchemaElement[] {
  const text = (name: string): SchemaElement => ({
    name,
    type: 'BYTE_ARRAY',
    converted_type: 'UTF8',
    logical_type: { type: 'STRING' },
    repetition_type: 'REQUIRED',
  })
  return [
    { name: 'root', num_children: columns.length },
    ...columns.flatMap(({ name, type }): SchemaElement[] =>
      type === 'STRING'
        ? [text(name)]
        : [
            {
              name,
              repetition_type: 'REQUIRED',
              num_children: 1,
              converted_type: 'LIST',
              logical_type: { type: 'LIST' },
            },
            { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
            text('element'),
          ],
    ),
  ]
}
