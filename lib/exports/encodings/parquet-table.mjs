// A Parquet file in the making. No TypeScript, because a thread runs it: with a loader of types it would start seven times slower.
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'

/** @typedef {import('@/lib/exports/formats/model').Column} Column */

/**
 * Does a column have a text of its own in each row?
 *
 * @param {Column} column
 */
export const isText = ({ type, repeats }) => type === 'STRING' && !repeats

/**
 * Gives the bytes that come next, a row group at a time. No statistics: nobody looks a record up by them.
 *
 * @param {readonly Column[]} columns
 */
export function openTable(columns) {
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
      writer.write({ columnData, rowGroupSize: values[0].length })
      return take()
    },
    end() {
      writer.finish()
      return take()
    },
  }
}

/**
 * The values of each column of a group, texts as bytes.
 *
 * @param {readonly Column[]} columns
 * @param {import('@/lib/exports/encodings/gather-group').Group} group
 * @returns {unknown[][]}
 */
export function columnsOf(columns, { rows, texts, ends, repeated }) {
  /** @type {Uint8Array[][]} */
  const apart = columns.filter(isText).map(() => [])
  let begin = 0
  for (let row = 0, at = 0; row < rows; row++)
    for (const values of apart) {
      values.push(texts.subarray(begin, ends[at]))
      begin = ends[at++]
    }
  const alike = repeated.map(({ values, places }) => Array.from(places.subarray(0, rows), (at) => values[at]))
  return columns.map((column) => (isText(column) ? apart.shift() : alike.shift()))
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
