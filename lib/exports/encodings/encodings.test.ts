import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { asyncBufferFromFile, parquetMetadataAsync } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { findEncoding } from '@/lib/exports/encodings/find-encoding'
import type { Column, Encoding } from '@/lib/exports/formats/model'

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
  const writeTable = async (columns: Column[], records: Record<string, unknown>[]) => {
    const key = `encodings/${randomUUID()}.parquet`
    const file = await findEncoding('parquet').openRecords(key, { gzip: false, columns })
    for (const record of records) await file.write(record)
    await file.commit()
    return path.join(folder, key)
  }
  const groupsOf = async (place: string) =>
    (await parquetMetadataAsync(await asyncBufferFromFile(place))).row_groups.map(({ num_rows }) =>
      Number(num_rows),
    )

  it('is written a group at a time, and read whatever its groups', async () => {
    const long = 'x'.repeat(1000)
    const written = Array.from({ length: 7000 }, (_, at) => ({ id: `${at}`, text: `${at} ${long}` }))
    const place = await writeTable([...columns], written)
    expect(await read('parquet', place)).toEqual(written)
    expect((await groupsOf(place)).length).toBeGreaterThan(2)
  })

  it('keeps apart lists and words that are nearly alike, and short rows by the ten thousand', async () => {
    const lists = [[], [''], ['a', 'b'], ['a,b'], ['b', 'a'], ['澜湾 🚢', '"']]
    const table: Column[] = [
      { name: 'lists', type: 'STRINGS', repeats: true },
      { name: 'id', type: 'STRING' },
      { name: 'word', type: 'STRING', repeats: true },
    ]
    const written = Array.from({ length: 25_000 }, (_, at) => ({
      lists: lists[at % lists.length]!,
      id: `${at}`,
      word: at % 7 ? 'ner' : '',
    }))
    const place = await writeTable(table, written)
    expect(await read('parquet', place)).toEqual(written)
    expect(Math.max(...(await groupsOf(place)))).toBe(10_000)
  })

  it('holds a text that is larger than any group, and what follows it', async () => {
    const written = ['short', '澜'.repeat(3_000_000), 'x'.repeat(100), '澜'.repeat(2_000_000), 'end'].map(
      (text, at) => ({ id: `${at}`, text }),
    )
    expect(await read('parquet', await writeTable([...columns], written))).toEqual(written)
  })

  it('that cannot be packed fails where it is written, and leaves nothing behind', async () => {
    const key = `encodings/${randomUUID()}.parquet`
    const table: Column[] = [{ name: 'lists', type: 'STRINGS' }]
    const file = await findEncoding('parquet').openRecords(key, { gzip: false, columns: table })
    await file.write({ lists: [3] })
    await expect(file.commit()).rejects.toThrow('expected Uint8Array')
    await file.discard()
    expect((await readdir(path.join(folder, 'encodings'))).join()).not.toContain(path.basename(key))
  })
})
