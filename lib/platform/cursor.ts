import { AppError } from '@/lib/platform/errors'

/** How a row's id stands in a cursor. */
export const CURSOR_ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** The parts of a cursor that a page gave. */
export function parseCursor(shape: RegExp, cursor: string): RegExpExecArray {
  return shape.exec(cursor) ?? refuseCursor()
}

/** A cursor that is a whole number, by default one that the database's `integer` holds. */
export function parseNumberCursor(cursor: string, most = 2_147_483_647): number {
  const number = /^\d{1,15}$/.test(cursor) ? Number(cursor) : Number.NaN
  return number <= most ? number : refuseCursor()
}

/** A cursor that is the time of a row, as `toISOString` writes it, and its id. */
export function parseTimeCursor(cursor: string): { at: string; id: string } {
  const [, at = '', id = ''] = parseCursor(TIME_AND_ID, cursor)
  const date = new Date(at)
  return Number.isNaN(date.getTime()) || date.toISOString() !== at ? refuseCursor() : { at, id }
}

const TIME_AND_ID = new RegExp(`^([1-9]\\d{3}-.{19})_(${CURSOR_ID})$`)

export function refuseCursor(): never {
  throw new AppError('invalid', 'This is not a cursor that a page gave. Start from the first page.', {
    reason: 'cursor-unknown',
  })
}

/** A page of at most `limit` rows, of which one more was asked for to tell whether there is a next. */
export function cutPage<Row>(
  rows: Row[],
  limit: number,
  cursorOf: (row: Row) => string,
): { items: Row[]; nextCursor: string | null } {
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items[items.length - 1] : undefined
  return { items, nextCursor: last ? cursorOf(last) : null }
}
