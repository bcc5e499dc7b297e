import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readInstances } from '@/lib/corpora/formats/jsonl-spans/read-instances'
import { FILE_START, MAX_LINE_BYTES, type ReadFrom } from '@/lib/corpora/model'
import { mentionOf } from '@/lib/tasks/ner/gold'
import { collect, inChunks } from '@/prisma/factories/bytes'
import { readingOfSpans } from '@/prisma/factories/imports'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url))

async function read(bytes: Uint8Array | string, given: { from?: ReadFrom; size?: number } = {}) {
  const from = given.from ?? FILE_START
  const rest = Buffer.from(bytes as Uint8Array).subarray(from.byte)
  return (await collect(readInstances(inChunks(rest, given.size), from, {}))).map(readingOfSpans)
}

async function mentions(bytes: Uint8Array | string) {
  return (await read(bytes)).map(
    ({ instance }) =>
      instance?.spans.map((span) => `${span.label}: ${mentionOf(instance.text, span)}`) ?? null,
  )
}

async function report(bytes: Uint8Array | string) {
  const readings = await read(bytes)
  return readings.flatMap(({ issues }) =>
    issues.map((issue) => `${issue.line} ${issue.severity} ${issue.code}`),
  )
}

describe('reading JSONL', () => {
  it('reads what Prodigy writes: emoji before a span, answers, spans that nobody made', async () => {
    expect(await mentions(fixture('prodigy.jsonl'))).toEqual([['vessel: Grey Petrel'], null, null, []])
    expect(await report(fixture('prodigy.jsonl'))).toEqual([
      '2 warning answer-ignore',
      '3 warning answer-reject',
      '4 warning gold-accepted-empty',
    ])
  })

  it('keeps small extras beside the instance, and not the tokens', async () => {
    const [first] = await read(fixture('prodigy.jsonl'))
    expect(first?.instance?.meta).toEqual({ meta: { source: 'log' } })
    const [long] = await read(JSON.stringify({ text: 'a', spans: [], id: 7, raw: 'x'.repeat(600) }))
    expect(long?.instance?.meta).toEqual({ id: 7 })
    const deep = `${'['.repeat(300_000)}${']'.repeat(300_000)}`
    const [nested] = await read(`{"text": "a", "spans": [], "id": 7, "raw": ${deep}}`)
    expect(nested?.instance?.meta).toEqual({ id: 7 })
    const [plain] = await read('{"text": "a", "spans": [], "__proto__": {"id": 1}}')
    expect(plain?.instance?.meta).toBeUndefined()
  })

  it('leaves out, with a warning, an extra that the database could not read again', async () => {
    const extras = [
      String.raw`"id": 7, "meta": {"note": "a\u0000b"}`,
      String.raw`"id": 7, "a\u0000b": 1`,
      String.raw`"id": 7, "list": [{"\ud83d": 1}], "half": "\uDE00"`,
      String.raw`"id": 7, "ship": "\ud83d\udea2"`,
      String.raw`"id": 7, "said": "\\u0000"`,
    ]
    const first = async (extra: string) => (await read(`{"text": "a", "spans": [], ${extra}}`))[0]
    const readings = await Promise.all(extras.map(first))
    expect(readings.map((reading) => reading?.instance?.meta)).toEqual([
      { id: 7 },
      { id: 7 },
      { id: 7 },
      { id: 7, ship: '🚢' },
      { id: 7, said: String.raw`\u0000` },
    ])
    expect(readings.map((reading) => reading?.issues.map(({ code }) => code))).toEqual([
      ['extra-left-out'],
      ['extra-left-out'],
      ['extra-left-out', 'extra-left-out'],
      [],
      [],
    ])
    expect(readings[0]?.issues[0]?.message).toBe(
      '"meta" holds a NUL character or half of a character. It is not kept beside the text.',
    )
  })

  it('reads the three ways doccano writes entities; nested and overlapping spans stay', async () => {
    expect(await mentions(fixture('doccano.jsonl'))).toEqual([
      ['organisation: 澜湾港务局', 'place: 澜湾'],
      ['person: Maren Holt'],
      ['first: Maren', 'odd: en Holt'],
      ['person: Maren Holt'],
    ])
    expect(await report(fixture('doccano.jsonl'))).toEqual(['3 warning span-twice'])
  })

  it('refuses each broken line with its own reason, and takes the good ones', async () => {
    expect(await report(fixture('broken.jsonl'))).toEqual([
      '2 error not-json',
      '3 error not-an-object',
      '4 error text-missing',
      '5 error text-missing',
      '6 error text-empty',
      '7 error gold-missing',
      '8 error gold-not-list',
      '9 error span-out-of-range',
      '10 error span-empty',
      '11 error span-empty',
      '12 error span-malformed',
      '13 error span-malformed',
      '14 error span-malformed',
      '15 error span-malformed',
      '16 error span-malformed',
      '17 error nul-character',
      '18 error half-character',
      '19 error invalid-utf8',
      '20 error span-out-of-range',
    ])
    const readings = await read(fixture('broken.jsonl'))
    expect(readings.filter(({ instance }) => instance).map(({ line }) => line)).toEqual([1, 21])
  })

  it('names the place that is wrong, and guesses when offsets count UTF-16 units', async () => {
    const [place] = await read('{"text": "abc", "entities": [[0, 1, "x"], [0, "2", "x"]]}')
    expect(place?.issues[0]?.message).toContain('entities[1].end')
    const [units] = await read('{"text": "🚢ab", "spans": [{"start": 3, "end": 4, "label": "x"}]}')
    expect(units?.issues[0]?.message).toContain('UTF-16')
  })

  it('refuses a giant line without keeping it, and reads the next', async () => {
    async function* giant() {
      yield Buffer.from('{"text": "')
      for (let i = 0; i < 200; i++) yield Buffer.alloc(65_536, 'x')
      yield Buffer.from('", "spans": []}\n{"text": "next", "spans": []}\n')
    }
    const readings = await collect(readInstances(giant(), FILE_START, {}))
    expect(200 * 65_536).toBeGreaterThan(MAX_LINE_BYTES)
    expect(
      readings.map(({ line, instances, issues }) => [line, instances[0]?.text, issues[0]?.code]),
    ).toEqual([
      [1, undefined, 'line-too-long'],
      [2, 'next', undefined],
    ])
    expect(readings[0]?.byteEnd).toBe(200 * 65_536 + 10 + 16)
  })

  const piece = fc.oneof(
    fc.constantFrom(
      '🚢',
      '👨‍👩‍👧',
      'e\u0301',
      '港',
      '𝒳',
      '\u200d',
      ' ',
      '"',
      '\\',
      '\n',
      '\t',
      '\u2028',
      '🇸🇪',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
  )
  const marked = fc.array(
    fc.record({ words: piece, label: fc.option(fc.constantFrom('a', 'b b', '标签')) }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  const texts = fc.array(marked, { minLength: 1, maxLength: 6 })

  it('cuts every mention out of the text exactly, whatever its characters', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 40 }), async (given, size) => {
        const usable = given.filter((pieces) => !/^\s*$|\0/.test(pieces.map(({ words }) => words).join('')))
        const readings = await read(usable.map(writeLine).join('\n'), { size })
        usable.forEach((pieces, i) => {
          const { text, spans } = readings[i]!.instance!
          expect(text).toBe(pieces.map(({ words }) => words).join(''))
          const expected = pieces.filter(({ label }) => label !== null)
          expect(spans.map((span) => [span.label, mentionOf(text, span)])).toEqual(
            expected.map(({ label, words }) => [label, words]),
          )
        })
      }),
    )
  })

  it('goes on after any instance as if it had never stopped', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 40 }), async (given, size) => {
        const bytes = Buffer.concat([
          fixture('doccano.jsonl'),
          Buffer.from(`\r\n${given.map(writeLine).join('\n\n')}\n`),
          fixture('broken.jsonl'),
        ])
        const all = await read(bytes)
        for (const [i, { byteEnd, lineEnd }] of all.entries())
          expect(
            await read(bytes, { size, from: { byte: byteEnd, line: lineEnd + 1, readings: i + 1 } }),
          ).toEqual(all.slice(i + 1))
      }),
      { numRuns: 20 },
    )
  })
})

/** Offsets counted by an independent way: spreading a string gives its code points. */
function writeLine(pieces: { words: string; label: string | null }[]): string {
  let at = 0
  const spans = pieces.flatMap(({ words, label }) => {
    const start = at
    at += [...words].length
    return label === null ? [] : [{ start, end: at, label }]
  })
  return JSON.stringify({ text: pieces.map(({ words }) => words).join(''), spans })
}
