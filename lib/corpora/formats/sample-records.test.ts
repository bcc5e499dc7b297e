import { describe, expect, it } from 'vitest'
import { sampleRecords } from '@/lib/corpora/formats/sample-records'
import { sampleOf } from '@/prisma/factories/sources'

const records = [
  { text: 'a', spans: [{ start: 0 }] },
  { text: 'b', spans: [] },
]

describe('sampling the records of a JSON file', () => {
  it.each([
    ['JSONL', '{"text": "a", "spans": [{"start": 0}]}\n{"text": "b", "spans": []}\n', 'lines', ''],
    ['a printed list', JSON.stringify(records, null, 2), 'document', '*'],
    ['a list in one line', JSON.stringify(records), 'document', '*'],
    ['an object with one list', JSON.stringify({ version: 1, data: records }, null, 2), 'document', 'data.*'],
    [
      'an object with several lists',
      JSON.stringify({ x: records.slice(0, 1), y: records.slice(1) }, null, 2),
      'document',
      '*.*',
    ],
    ['printed objects', records.map((one) => JSON.stringify(one, null, 2)).join('\n'), 'document', ''],
  ])('finds them in %s', (_what, content, layout, path) => {
    const sampled = sampleRecords(sampleOf(content))
    expect(sampled?.shape).toEqual({ layout, path })
    expect(sampled?.records.map(({ value }) => value)).toEqual(records)
  })

  it('takes the whole records of a file that goes on, and the path that a format knows', () => {
    const content = JSON.stringify({ data: Array(20_000).fill({ list: records }) })
    const sampled = sampleRecords(sampleOf(content), { layout: 'document', path: 'data.*.list.*' })
    expect(sampled?.records.length).toBe(400)
    expect(sampled?.records[1]).toEqual({ value: records[1], keys: ['data', 0, 'list', 1] })
  })

  it('counts what it cannot read, and knows what is no JSON', () => {
    expect(sampleRecords(sampleOf('oops\n{"a": 1}\n{"a": 2}\n'))).toMatchObject({
      shape: { layout: 'lines' },
      broken: 1,
    })
    expect(sampleRecords(sampleOf('a\tO\nb\tB-X\n'))).toBeNull()
  })

  it('takes of a first line that is longer than the sample what there is', () => {
    const content = JSON.stringify({ text: 'a, "b" [', spans: Array(40_000).fill({ start: 0, end: 1 }) })
    const sampled = sampleRecords(sampleOf(content), { layout: 'lines' })
    expect(sampled?.records[0]?.value).toMatchObject({ text: 'a, "b" [', spans: { 0: { start: 0, end: 1 } } })
  })

  it('takes a list a line for JSONL', () => {
    const sampled = sampleRecords(sampleOf('["a", {"cats": {}}]\n["b", {"cats": {}}]\n'))
    expect(sampled?.shape.layout).toBe('lines')
    expect(sampled?.records.length).toBe(2)
  })
})
