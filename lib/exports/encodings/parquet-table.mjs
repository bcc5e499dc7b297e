// A Parquet file in the making. No TypeScript, because a thread runs it: with a loader of types it would start seven times slower.
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'

/** @typedef {import('@/lib/exports/formats/model').Column} Column */

/**
 * Gives the bytes that come next, a row group at a time. No statistics: nobody looks a record up by them.
 *
 * @param {readonly Column[]} columns
 */
export function openTable(columns) {
  // It fills at once, so there is nothing to wait for in what the writer gives back.
  const bytes = new ByteWriter(1 << 20)
  const schema = schemaOf(columns)
  const writer = new ParquetWriter({ writer: bytes, schema, statistics: false, createdBy: 'gloss' })
  const take = () => {
    const filled = new Uint8Array(bytes.getBuffer())
    bytes.index = 0
    return filled
  }
  return {
    /** @param {unknown[][]} values Of every column as many as the group has rows. */
    writeGroup(values) {
      const columnData = columns.map(({ name }, at) => ({ name, data: values[at] }))
      void writer.write({ columnData, rowGroupSize: values[0].length })
      return take()
    },
    end() {
      void writer.finish()
      return take()
    },
  }
}

/**
 * @param {readonly Column[]} columns
 * @returns {import('hyparquet-writer').SchemaElement[]}
 */
function schemaOf(columns) {
  return [{ name: 'root', num_children: columns.length }, ...columns.flatMap(elementsOf)]
}

/**
 * @param {Column} column
 * @returns {import('hyparquet-writer').SchemaElement[]}
 */
function elementsOf({ name, type }) {
  if (type === 'STRING') return [text(name)]
  return [
    {
      name,
      repetition_type: 'REQUIRED',
      num_children: 1,
      converted_type: 'LIST',
      logical_type: { type: 'LIST' },
    },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    text('element'),
  ]
}

/**
 * @param {string} name
 * @returns {import('hyparquet-writer').SchemaElement}
 */
function text(name) {
  return {
    name,
    type: 'BYTE_ARRAY',
    converted_type: 'UTF8',
    logical_type: { type: 'STRING' },
    repetition_type: 'REQUIRED',
  }
}
