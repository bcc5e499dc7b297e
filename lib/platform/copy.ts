import { finished } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** Sends rows in COPY's text format: `into` is the table with its columns, `rows` ends every row with a line end. */
export async function copyRows(client: PoolClient, into: string, rows: string): Promise<void> {
  if (rows === '') return
  const stream = client.query(copyFrom(`COPY ${into} FROM STDIN`))
  stream.end(Buffer.from(rows))
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
