// The columns of a row group, as both threads know them.

/** @typedef {import('@/lib/exports/formats/model').Column} Column */

/**
 * Does a column have a text of its own in each row?
 *
 * @param {Column} column
 */
export const isText = ({ type, repeats }) => type === 'STRING' && !repeats

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
