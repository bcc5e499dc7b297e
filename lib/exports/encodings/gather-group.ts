import { isText } from '@/lib/exports/encodings/parquet-columns.mjs'
import type { Column } from '@/lib/exports/formats/model'

const GROUP_ROWS = 10_000
const GROUP_BYTES = 2 << 20
/** Whoever looks at the begin of a file waits for the first group alone. */
const FIRST_GROUP_BYTES = 200_000
/** A code unit takes at most three bytes of UTF-8; a pair of them four. */
const MOST_BYTES_A_UNIT = 3

/**
 * The rows of a row group on their way to another thread. Texts are bytes, one after the other and row by row, so that they cost
 * neither a copy nor the collector; what repeats is there once.
 */
export type Group = {
  rows: number
  texts: Buffer
  /** Where each text ends: of every row as many as there are columns of texts. */
  ends: Uint32Array
  /** Of every other column its values, and which of them each row has. */
  repeated: { values: (string | string[])[]; places: Uint16Array }[]
}

/** Rows for one group after another. `spare`: what a former group no longer needs. */
export function gatherGroup(
  columns: readonly Column[],
  { isFirst = false, spare }: { isFirst?: boolean; spare?: Group | undefined } = {},
) {
  const names = { texts: columns.filter(isText), repeated: columns.filter((column) => !isText(column)) }
  const most = isFirst ? FIRST_GROUP_BYTES : GROUP_BYTES
  let { texts, ends } = spare ?? {
    texts: Buffer.allocUnsafeSlow(GROUP_BYTES),
    ends: new Uint32Array(GROUP_ROWS * names.texts.length),
  }
  const repeated = names.repeated.map((column) => gatherValues(column))
  let rows = 0
  let filled = 0
  return {
    /** Is there room for this record? An empty group makes room for any. */
    add(record: Record<string, unknown>): boolean {
      let wanted = 0
      for (const { name } of names.texts) wanted += (record[name] as string).length * MOST_BYTES_A_UNIT
      if (rows > 0 && (rows === GROUP_ROWS || filled + wanted > most)) return false
      if (filled + wanted > texts.length) texts = Buffer.allocUnsafeSlow(wanted)
      for (let at = 0; at < names.texts.length; at++) {
        filled += texts.write(record[names.texts[at]!.name] as string, filled)
        ends[rows * names.texts.length + at] = filled
      }
      for (const column of repeated) column.add(record, rows)
      rows++
      return true
    },
    take: (): Group => ({
      rows,
      texts,
      ends,
      repeated: repeated.map(({ values, places }) => ({ values, places })),
    }),
  }
}

function gatherValues({ name }: Column) {
  const values: (string | string[])[] = []
  const places = new Uint16Array(GROUP_ROWS)
  const known = new Map<string, number>()
  return {
    values,
    places,
    add(record: Record<string, unknown>, row: number): void {
      const value = record[name] as string | string[]
      const key = typeof value === 'string' ? value : JSON.stringify(value)
      let place = known.get(key)
      if (place === undefined) {
        place = values.push(value) - 1
        known.set(key, place)
      }
      places[row] = place
    },
  }
}
