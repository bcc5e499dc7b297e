import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readInstances } from '@/lib/corpora/formats/conll/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/conll/recognise-file'
import type { Options, TagScheme } from '@/lib/corpora/formats/conll/schema'
import { FILE_START, type ReadFrom } from '@/lib/corpora/model'
import { mentionOf } from '@/lib/tasks/ner/gold'
import { collect, inChunks } from '@/prisma/factories/bytes'
import { readingOfSpans } from '@/prisma/factories/imports'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url))

async function read(
  bytes: Uint8Array | string,
  given: { scheme?: TagScheme; from?: ReadFrom; size?: number } = {},
) {
  const from = given.from ?? FILE_START
  const rest = Buffer.from(bytes as Uint8Array).subarray(from.byte)
  const told = optionsOf(Buffer.from(bytes as Uint8Array).toString())
  const options = { ...told, scheme: given.scheme ?? told.scheme }
  return (await collect(readInstances(inChunks(rest, given.size), from, options))).map(readingOfSpans)
}

function optionsOf(text: string): Options {
  const sample = {
    fileName: '',
    text,
    lines: text.split('\n'),
    isWhole: true,
    bytes: Buffer.from(text),
    entries: [],
  }
  return recogniseFile(sample)?.options ?? { scheme: 'iob2' }
}

/** `[label: mention]` for every span, so that a test shows what was read. */
async function mentions(bytes: Uint8Array | string, scheme?: TagScheme) {
  const readings = await read(bytes, { scheme })
  return readings.flatMap(({ instance }) =>
    instance ? instance.spans.map((span) => `${span.label}: ${mentionOf(instance.text, span)}`) : [],
  )
}

const column = (...rows: string[]) => `${rows.map((row) => row.replace(' ', '\t')).join('\n')}\n`

const crew = 'Mara B-person,Quill I-person,left O,for O,Vardo B-place,in O,the O,rain O,. O'.split(',')

/** The same sentence again and again, each line written by `line`. */
const voyages = (count: number, line: (token: string, tag: string, at: number) => string) =>
  Array.from({ length: count }, () =>
    crew.map((row, at) => `${line(row.split(' ')[0]!, row.split(' ')[1]!, at)}\n`).join(''),
  ).join('\n')

describe('reading CoNLL', () => {
  it('reads a line with a long row of spaces in it as quickly as any other', async () => {
    const token = `Ann${' '.repeat(8_000_000)}B-person`
    expect(await mentions(column(token, 'ran O'))).toEqual(['person: Ann'])
  })

  it.each([
    [
      'a document and numbers before the token',
      (token: string, tag: string, at: number) => `nw/x 0 ${at} ${token} NNP - ${tag}`,
    ],
    [
      'a number before the token, and remarks behind the tag',
      (token: string, tag: string, at: number) => `${at + 1}\t${token}\t${tag}\t-\tann`,
    ],
  ])('finds token and tag in files with %s', async (_, line) => {
    const found = await mentions(`#begin document (nw/x)\n${voyages(6, line)}\n#end document\n`)
    expect(found).toEqual(Array(6).fill(['person: Mara Quill', 'place: Vardo']).flat())
  })

  it('finds no tag in the midst of one long line', () => {
    const text = `{"P1": ["a b O c", "${'word '.repeat(400)}"]}`
    const sample = {
      ...{ fileName: '', text, lines: [text], isWhole: true },
      ...{ bytes: Buffer.from(text), entries: [] },
    }
    expect(recogniseFile(sample)).toBeNull()
  })

  it('reads labels without a mark, as long as the same one goes on', async () => {
    const found = await mentions(voyages(3, (token, tag) => `${token}\t${tag.replace(/^[BI]-/, '')}`))
    expect(found).toEqual(Array(3).fill(['person: Mara Quill', 'place: Vardo']).flat())
  })

  it('rebuilds the text by joining tokens with spaces, and marks the spans in it', async () => {
    const [reading] = await read(column('The O', 'Grey B-vessel', 'Petrel I-vessel', 'left O'))
    expect(reading).toMatchObject({
      line: 1,
      instance: { text: 'The Grey Petrel left', spans: [{ start: 4, end: 15, label: 'vessel' }] },
      issues: [],
    })
  })

  it('reads Windows line ends and a byte order mark', async () => {
    const readings = await read(fixture('windows.conll'))
    expect(readings.map(({ instance }) => instance?.text)).toEqual(['Grey Petrel left', 'Skelling Point'])
    expect(await mentions(fixture('windows.conll'))).toEqual(['vessel: Grey Petrel', 'place: Skelling Point'])
  })

  it('reads four columns between spaces, documents, IOB1 and blank lines that hold blanks', async () => {
    const readings = await read(fixture('conll2003.txt'))
    expect(readings.map(({ line }) => line)).toEqual([3, 9, 15])
    expect(readings.flatMap(({ issues }) => issues)).toEqual([])
    expect(await mentions(fixture('conll2003.txt'))).toEqual([
      'ORG: Harbour board',
      'MISC: Tavian',
      'PER: Maren Holt',
      'PER: Ines Rook',
      'LOC: Skelling',
    ])
  })

  it.each([
    ['iob1', ['a I-X', 'b I-X', 'c B-X', 'd O', 'e I-Y', 'f I-X']],
    ['iob2', ['a B-X', 'b I-X', 'c B-X', 'd O', 'e B-Y', 'f B-X']],
    ['bioes', ['a B-X', 'b E-X', 'c S-X', 'd O', 'e S-Y', 'f S-X']],
    ['bioes', ['a B-X', 'b L-X', 'c U-X', 'd O', 'e U-Y', 'f U-X']],
  ] as const)('reads the same spans from %s, without a warning', async (scheme, rows) => {
    expect(optionsOf(column(...rows))).toEqual({ scheme })
    expect(await mentions(column(...rows))).toEqual(['X: a b', 'X: c', 'Y: e', 'X: f'])
    expect((await read(column(...rows)))[0]?.issues).toEqual([])
  })

  it('reads long spans of BIOES and BMESW', async () => {
    expect(await mentions(column('a B-X', 'b I-X', 'c E-X'))).toEqual(['X: a b c'])
    expect(await mentions(column('a B-X', 'b M-X', 'c E-X', 'd W-X'))).toEqual(['X: a b c', 'X: d'])
  })

  it('mends an inside tag without a beginning, with a warning', async () => {
    const rows = column('a B-Y', 'b O', 'c I-X', 'd I-X', 'e I-Y')
    expect(await mentions(rows)).toEqual(['Y: a', 'X: c d', 'Y: e'])
    const [reading] = await read(rows)
    expect(reading?.issues.map(({ line, severity, code }) => [line, severity, code])).toEqual([
      [3, 'warning', 'tag-continues-nothing'],
      [5, 'warning', 'tag-continues-nothing'],
    ])
  })

  it('says when a span of BIOES never ends, and keeps it', async () => {
    const rows = column('a S-Y', 'b B-X', 'c I-X', 'd O')
    expect(await mentions(rows)).toEqual(['Y: a', 'X: b c'])
    expect((await read(rows))[0]?.issues).toMatchObject([{ line: 3, code: 'tag-never-ends' }])
  })

  it('refuses the sentence of a line that cannot be read, names the line, and goes on', async () => {
    const readings = await read(fixture('broken.conll'))
    const report = readings.map(({ line, instance, issues }) => [
      line,
      instance?.text ?? null,
      issues.map((issue) => `${issue.line} ${issue.severity} ${issue.code}`),
    ])
    expect(report).toEqual([
      [2, 'The Grey Petrel', []],
      [6, null, ['6 error tag-missing', '8 error tag-unknown']],
      [10, '#docked today', ['11 warning token-empty']],
      [14, null, ['14 error invalid-utf8']],
      [16, 'fine', []],
    ])
  })

  it('keeps tokens with spaces inside when tabs part the columns', async () => {
    expect(await mentions('New York\tB-place\n')).toEqual(['place: New York'])
  })

  it('keeps hyphens in labels', async () => {
    expect(await mentions(column('a B-work-of-art', 'b I-work-of-art'))).toEqual(['work-of-art: a b'])
  })

  it.each([
    ['characters of Chinese', '海 燕 三 号 离 开 澜 湾', '海燕三号离开澜湾'],
    ['words of Chinese', '海燕三号 离开 了 澜湾 。', '海燕三号离开了澜湾。'],
    ['foreign words within Chinese', '他 住 在 New York ， 1998 年 来', '他住在New York，1998年来'],
    ['foreign characters within Chinese', '用 i P h o n e 手 机', '用iPhone手机'],
    ['Japanese', '東京 に 行き まし た', '東京に行きました'],
    ['Korean, which has spaces', '서울 에 갔다', '서울 에 갔다'],
    ['a Chinese name within English', 'She said 你好 to everyone', 'She said 你好 to everyone'],
    ['single letters', 'I , a', 'I , a'],
  ])('joins %s as they are written', async (_what, tokens, text) => {
    const [reading] = await read(column(...tokens.split(' ').map((token) => `${token}\tO`)))
    expect(reading?.instance?.text).toBe(text)
  })

  it('refuses a sentence without end instead of keeping it in memory', async () => {
    const readings = await read(`${'a\tO\n'.repeat(20_001)}\nb\tO\n`)
    expect(readings.map(({ instance, issues }) => [instance?.text, issues[0]?.code])).toEqual([
      [undefined, 'sentence-too-long'],
      ['b', undefined],
    ])
  })

  const token = fc.stringMatching(/^(🚢|é|e\u0301|港|a|B|𝒳){1,4}$/u)
  const label = fc.constantFrom('vessel', 'place')
  const piece = fc.record({
    label: fc.option(label),
    tokens: fc.array(token, { minLength: 1, maxLength: 3 }),
  })
  const sentences = fc.array(fc.array(piece, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 })
  const lineEnd = fc.constantFrom('\n', '\r\n')

  const written = (given: { label: string | null; tokens: string[] }[][], end: string) =>
    given
      .flatMap((pieces) => [
        ...pieces.flatMap(({ label: of, tokens }) =>
          tokens.map((word, i) => `${word}\t${of ? `${i === 0 ? 'B' : 'I'}-${of}` : 'O'}`),
        ),
        ' ',
      ])
      .map((line) => line + end)
      .join('')

  it('cuts every mention out of the text exactly, whatever its characters', async () => {
    await fc.assert(
      fc.asyncProperty(sentences, lineEnd, fc.integer({ min: 1, max: 50 }), async (given, end, size) => {
        const readings = await read(written(given, end), { scheme: 'iob2', size })
        given.forEach((pieces, i) => {
          const { text, spans } = readings[i]!.instance!
          const plain = (words: string) => words.replaceAll(' ', '')
          const expected = pieces.filter((one) => one.label !== null)
          expect(spans.map((span) => [span.label, plain(mentionOf(text, span))])).toEqual(
            expected.map((one) => [one.label, one.tokens.join('')]),
          )
          expect(plain(text)).toBe(pieces.flatMap((one) => one.tokens).join(''))
        })
      }),
    )
  })

  it('goes on after any instance as if it had never stopped', async () => {
    await fc.assert(
      fc.asyncProperty(sentences, lineEnd, fc.integer({ min: 1, max: 50 }), async (given, end, size) => {
        const bytes = Buffer.concat([fixture('broken.conll'), Buffer.from(`\n${written(given, end)}`)])
        const all = await read(bytes, { scheme: 'iob2' })
        for (const [i, { byteEnd, lineEnd: line }] of all.entries())
          expect(
            await read(bytes, {
              scheme: 'iob2',
              size,
              from: { byte: byteEnd, line: line + 1, readings: i + 1 },
            }),
          ).toEqual(all.slice(i + 1))
      }),
      { numRuns: 30 },
    )
  })
})
