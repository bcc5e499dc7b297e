import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordShape } from '@/lib/corpora/formats/model'
import { type JsonRecord, readRecords } from '@/lib/corpora/formats/read-records'
import { FILE_START, MAX_LINE_BYTES, type ReadFrom } from '@/lib/corpora/model'
import { sourceOf } from '@/prisma/factories/sources'

async function read(
  content: Uint8Array | string,
  { size, from = FILE_START, ...shape }: RecordShape & { size?: number; from?: ReadFrom } = {},
) {
  const found: JsonRecord[] = []
  for await (const records of readRecords(sourceOf(content, size), from, shape)) found.push(...records)
  return found
}

/** What was read, records as they are and issues as `line code`. */
async function outcome(content: string, shape: RecordShape & { size?: number } = {}) {
  return (await read(content, shape)).map((one) =>
    one.issue ? `${one.issue.line} ${one.issue.code}` : one.value,
  )
}

const ships = [{ text: 'Grey Petrel' }, { text: 'a "quoted\\" }],[{ name' }, { text: '海燕 🚢' }]

describe('reading records of JSON', () => {
  it.each([
    ['JSONL', ships.map((ship) => JSON.stringify(ship)).join('\n'), ''],
    [
      'JSONL with Windows line ends and blank lines',
      ships.map((ship) => JSON.stringify(ship)).join('\r\n \r\n'),
      '',
    ],
    ['a list', JSON.stringify(ships), '*'],
    ['a list with a record a line', `[\n${ships.map((ship) => JSON.stringify(ship)).join(',\n')}\n]\n`, '*'],
    ['a list, printed', JSON.stringify(ships, null, 2).replaceAll('\n', '\r\n'), '*'],
    ['a list after a byte order mark', `\ufeff${JSON.stringify(ships)}`, '*'],
    [
      'a list in an object',
      JSON.stringify({ version: '1.0', notes: { a: [1] }, data: ships, end: 1 }),
      'data.*',
    ],
    ['lists by a key each', JSON.stringify({ one: ships.slice(0, 1), two: ships.slice(1) }, null, 1), '*.*'],
    [
      'lists in lists',
      JSON.stringify({ data: [{ no: [], parts: ships.slice(0, 2) }, { parts: ships.slice(2) }] }),
      'data.*.parts.*',
    ],
    ['objects one after the other', ships.map((ship) => JSON.stringify(ship, null, 2)).join('\n'), ''],
  ])('reads %s, however its bytes arrive', async (_what, content, path) => {
    const given =
      path.includes('parts') || content.startsWith('{"version') ? ({ layout: 'document', path } as const) : {}
    for (const size of [1, 2, 7, 65_536]) expect(await outcome(content, { ...given, size })).toEqual(ships)
  })

  it('names the keys that lead to a record, its number and its line', async () => {
    const records = await read(JSON.stringify({ one: ships.slice(0, 1), two: ships.slice(1) }, null, 1))
    expect(records.map(({ keys, number, fileLine }) => [keys, number, fileLine])).toEqual([
      [['one', 0], 1, 3],
      [['two', 0], 2, 8],
      [['two', 1], 3, 11],
    ])
  })

  it('goes on in JSONL after any line as if it had never stopped', async () => {
    const content = `\ufeff${JSON.stringify(ships[0])}\r\n\n{oops\n${JSON.stringify(ships[2])}`
    const all = await read(content, { layout: 'lines' })
    expect(all.map(({ number }) => number)).toEqual([1, 3, 4])
    for (const [i, { byteEnd, number }] of all.entries()) {
      const from = { byte: byteEnd, line: number + 1, readings: i + 1 }
      expect(await read(content, { layout: 'lines', from })).toEqual(all.slice(i + 1))
    }
  })

  it.each([
    ['a value that is none', '[{"a": 1}, {"a": oops}, {"a": 3}]', [{ a: 1 }, '2 not-json', { a: 3 }]],
    ['a word in the place of a record', '[{"a": 1}, oops, {"a": 3}]', [{ a: 1 }, '2 not-json', { a: 3 }]],
    ['commas that are missing or too many', '[{"a": 1} {"a": 2},,{"a": 3},]', [{ a: 1 }, { a: 2 }, { a: 3 }]],
    ['a bracket that is missing', '[{"a": [1}, {"a": 2}]', ['1 not-json', { a: 2 }]],
    ['a brace that is missing at the end', '{"data": [{"a": 1}, {"a": 2], "x": 1}', [{ a: 1 }, '2 not-json']],
    ['a quote that is missing', '[\n{"a": "b},\n{"a": 2},\n{"a": 3}]', ['1 not-json', { a: 2 }, { a: 3 }]],
    [
      'a quote that is missing in a printed list',
      '[\n {\n  "a": "b,\n  "c": {\n   "d": 1}\n },\n {\n  "a": 2\n }]',
      ['1 not-json', { a: 2 }],
    ],
    ['a bracket too many', '[{"a": 1}], {"a": 2}]', [{ a: 1 }, '2 json-stray']],
    ['another bracket than was opened', '{"data": [{"a": 1}}', [{ a: 1 }, '2 json-stray']],
    ['a key without quotes', '{more: 1, "data": [{"a": 1}]}', ['1 json-stray', { a: 1 }]],
    ['a document that is cut off', '[{"a": 1}, {"a": 2', [{ a: 1 }, '2 json-cut-off']],
    ['a document that is cut off between records', '[{"a": 1},', [{ a: 1 }, '2 json-cut-off']],
    ['a document that is none', 'A letter.', ['1 json-stray']],
    ['a list that is empty', '[]', []],
  ])('reads what can be read around %s', async (_what, content, expected) => {
    const path = content.includes('"data"') ? 'data.*' : '*'
    for (const size of [1, 3, 65_536])
      expect(await outcome(content, { layout: 'document', path, size })).toEqual(expected)
  })

  it('says where a document is broken and what stands there', async () => {
    const [stray] = await read('{\n  "a": 1,\n  oops\n}', { layout: 'document', path: 'data.*' })
    expect(stray?.issue?.message).toBe('In line 3 (byte 14) stands “oops”, which does not belong there.')
    const cut = (await read('[\n{"a": 1},\n{"a": "x')).at(-1)
    expect(cut?.issue).toMatchObject({
      line: 2,
      message:
        'The file ends within what begins in line 3 (byte 12): it is cut off. Fetch or export it again.',
      excerpt: '{"a": "x',
    })
  })

  it('refuses a record that is no UTF-8, and reads the next', async () => {
    const bytes = Buffer.concat([Buffer.from('[{"a": "'), Buffer.from([0xe9]), Buffer.from('"}, {"a": 2}]')])
    const records = await read(bytes)
    expect(records.map((one) => (one.issue ? one.issue.code : one.value))).toEqual(['invalid-utf8', { a: 2 }])
  })

  it.each([
    ['in a record', '[{"a": "', '"}, {"a": 2}]', ['1 record-too-long', { a: 2 }]],
    ['beside the records', '{"x": "', '", "data": [{"a": 2}]}', [{ a: 2 }]],
    ['that is never closed', '[{"a": "', '', ['1 json-cut-off']],
  ])('holds no giant %s', async (_what, before, after, expected) => {
    const pieces = Math.ceil(MAX_LINE_BYTES / 65_536) + 1
    const content = before + 'x'.repeat(pieces * 65_536) + after
    const path = before.startsWith('{') ? 'data.*' : '*'
    expect(await outcome(content, { layout: 'document', path })).toEqual(expected)
  })

  it('reads deep nesting beside and in records without tumbling', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000)
    const records = await read(`{"x": ${deep}, "data": [{"deep": ${deep}}, {"a": 1}]}`, {
      layout: 'document',
      path: 'data.*',
    })
    expect(records.map(({ issue }) => issue)).toEqual([null, null])
  })

  it('finds in any document what JSON.parse finds in it', async () => {
    const documents = fc.array(fc.jsonValue(), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(
        documents,
        fc.constantFrom(0, 2),
        fc.integer({ min: 1, max: 60 }),
        async (list, indent, size) => {
          const data = { before: list, 'a.b': [list], data: list.map((one) => [one, { of: one }]) }
          const content = JSON.stringify(data, null, indent)
          const found = await outcome(content, { layout: 'document', path: 'data.*.*', size })
          expect(found).toEqual(JSON.parse(content).data.flat())
        },
      ),
    )
  })
})
