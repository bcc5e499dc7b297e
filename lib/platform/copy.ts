import { finished } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** Rows in COPY's text format, encoded as they come: one buffer for many batches instead of garbage for each. */
export type CopyRows = { readonly bytes: number; add(row: string): void; view(): Buffer; clear(): void }

/** `row` is the fields with tabs between and a line end after. */
export function copyRows(): CopyRows {
  let buffer = Buffer.allocUnsafeSlow(1 << 20)
  let used = 0
  return {
    get bytes() {
      return used
    },
    add(row) {
      const most = used + row.length * 3
      if (most > buffer.length) {
        const larger = Buffer.allocUnsafeSlow(Math.max(most, buffer.length * 2))
        buffer.copy(larger, 0, 0, used)
        buffer = larger
      }
      used += buffer.write(row, used)
    },
    view: () => buffer.subarray(0, used),
    clear() {
      used = 0
    },
  }
}

/** Sends rows; `into` is the table with its columns. The rows must stay as they are until it has returned. */
export async function copyInto(client: PoolClient, into: string, rows: CopyRows): Promise<void> {
  if (rows.bytes === 0) return
  const stream = client.query(copyFrom(`COPY ${into} FROM STDIN`))
  stream.end(rows.view())
  await finished(stream)
}

const SPECIAL = /[\\\n\r\t]/
const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** A text as a field of such a row. It must not hold a NUL character, which PostgreSQL cannot store. */
export function copyText(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\\n\r\t]/g, (character) => escapes[character]!) : text
}

export const COPY_NULL = '\\N'

/** Texts as a field of type text[]. */
export function copyTexts(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${copyText(text.replace(/["\\]/g, '\\$&'))}"`).join(',')}}`
}
