import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findEncoding } from '@/lib/exports/encodings/find-encoding'
import type { Encoding } from '@/lib/exports/formats/model'

const folder = path.join(process.env.GLOSS_DATA_DIR!, 'files')
const columns = [
  { name: 'id', type: 'STRING' },
  { name: 'text', type: 'STRING' },
] as const

async function write(encoding: Encoding, records: Record<string, unknown>[], gzip = false) {
  const key = `encodings/${randomUUID()}.${encoding}${gzip ? '.gz' : ''}`
  const file = await findEncoding(encoding).openRecords(key, { gzip, columns })
  for (const record of records) await file.write(record)
  const { sha256 } = await file.commit()
  return { place: path.join(folder, key), sha256 }
}

async function read(encoding: Encoding, place: string) {
  const records: unknown[] = []
  for await (const { record } of findEncoding(encoding).readRecords(place)) records.push(record)
  return records
}

const nasty = [
  '=1+1',
  '+1',
  '-2',
  '@SUM(A1)',
  "'quoted",
  "''=x",
  '\t=1',
  '\r\n=1',
  '＝1',
  ' a "b", c; d\n',
  '',
]
const text = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[=+@'\t\r\n",; -]{0,6}[a-z]{0,3}$/),
)
const records = fc.array(fc.record({ id: fc.uuid(), text }), { maxLength: 30 })

describe.each(['jsonl', 'json', 'csv', 'parquet'] as const)('a file of records as %s', (encoding) => {
  it('gives back what was written, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (written) => {
        const { place } = await write(encoding, written)
        expect(await read(encoding, place)).toEqual(written.map((one) => ({ ...one })))
      }),
      { numRuns: 30 },
    )
  })

  it.skipIf(encoding === 'parquet')(
    'is the same inside when it is packed, and packs to the same bytes',
    async () => {
      const written = Array.from({ length: 3000 }, (_, at) => ({
        id: String(at),
        text: `Line ${at}\u2028=澜湾`,
      }))
      const plain = await write(encoding, written)
      const packed = await write(encoding, written, true)
      expect(gunzipSync(await readFile(packed.place))).toEqual(await readFile(plain.place))
      expect(await read(encoding, packed.place)).toEqual(written)
      expect((await write(encoding, written, true)).sha256).toBe(packed.sha256)
    },
  )
})

describe('a CSV file', () => {
  it('has no cell that a spreadsheet would run', async () => {
    const { place } = await write(
      'csv',
      nasty.map((text) => ({ id: text, text })),
    )
    const cells = parse(await readFile(place, 'utf8'), {
      bom: true,
      record_delimiter: '\n',
    }).flat() as string[]
    expect(cells.length).toBe(2 * nasty.length + 2)
    for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
  })
})

describe('a Parquet file', () => {
  it('is written a group at a time, and read whatever its groups', async () => {
    const long = 'x'.repeat(1000)
    const written = Array.from({ length: 7000 }, (_, at) => ({ id: `${at}`, text: `${at} ${long}` }))
    const { place } = await write('parquet', written)
    expect(await read('parquet', place)).toEqual(written)
  })
})
