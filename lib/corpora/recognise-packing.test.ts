import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { Encoding } from '@/lib/corpora/model'
import { readCorpusFile } from '@/lib/corpora/read-corpus-file'
import { type Asked, recogniseFile } from '@/lib/corpora/recognise-file'
import { makeTar, makeZip } from '@/prisma/factories/archives'
import { keepFilesApart } from '@/prisma/factories/files'
import { storeContent } from '@/prisma/factories/stored-files'

keepFilesApart()

const record = (text: string) =>
  `${JSON.stringify({ text, spans: [{ start: 0, end: 1, label: 'thing' }] })}\n`
const two = record('Ein Boot') + record('船到港了')

async function recognise(content: string | Uint8Array, asked?: Asked) {
  return recogniseFile({ fileKey: await storeContent(content), fileName: 'file' }, asked)
}

async function textsOf(content: string | Uint8Array, asked?: Asked) {
  const fileKey = await storeContent(content)
  const texts: string[] = []
  const warnings: string[] = []
  for await (const { instances, issues } of readCorpusFile(
    fileKey,
    await recogniseFile({ fileKey, fileName: 'file' }, asked),
  )) {
    texts.push(...instances.map(({ text }) => text))
    warnings.push(...issues.map(({ code }) => code))
  }
  return { texts, warnings }
}

async function allOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

const BOTH = { texts: ['Ein Boot', '船到港了'], warnings: [] }

describe('a packed file', () => {
  it('is read through gzip, several members too', async () => {
    expect(await textsOf(gzipSync(two))).toEqual(BOTH)
    const members = Buffer.concat([gzipSync(record('Ein Boot')), gzipSync(record('船到港了'))])
    expect(await textsOf(members)).toEqual(BOTH)
  })

  it('is read with the ends of lines of old Macs, in any encoding', async () => {
    const told = record('Ein Boot') + record('Am Kai')
    const old = told.replaceAll('\n', '\r')
    const texts = ['Ein Boot', 'Am Kai']
    expect(await textsOf(old)).toEqual({ texts, warnings: [] })
    expect(await textsOf(iconv.encode(old, 'utf-16le', { addBOM: true }))).toEqual({ texts, warnings: [] })
    const columns = 'Ein\tO\rBoot\tB-vessel\r\rAm\tO\rKai\tB-place\r'
    expect(await textsOf(gzipSync(columns))).toEqual({ texts, warnings: [] })
  })

  it('is read through zip, tar and tar.gz, leaving out what is only about it', async () => {
    const members = [
      { name: 'corpus/README.md', content: 'Words about it. '.repeat(200) },
      { name: '__MACOSX/corpus/._data.jsonl', content: 'x'.repeat(9_000) },
      { name: 'corpus/.DS_Store', content: 'x'.repeat(9_000) },
      { name: 'corpus/LICENCE', content: 'x'.repeat(9_000) },
      { name: 'corpus/data.jsonl', content: two },
    ]
    for (const content of [makeZip(members), await makeTar(members), gzipSync(await makeTar(members))]) {
      expect(await textsOf(content)).toEqual(BOTH)
      expect((await recognise(content)).entries).toEqual(['corpus/data.jsonl'])
    }
  })

  it('is the largest file of an archive, or the one asked for', async () => {
    const members = [
      { name: 'dev.jsonl', content: record('Ein Boot') },
      { name: 'train.jsonl', content: two },
    ]
    for (const content of [makeZip(members), await makeTar(members)]) {
      const { packing, entries } = await recognise(content)
      expect(packing.entry).toBe('train.jsonl')
      expect(entries).toEqual(['dev.jsonl', 'train.jsonl'])
      expect(await textsOf(content, { entry: 'dev.jsonl' })).toEqual({ texts: ['Ein Boot'], warnings: [] })
      await expect(recognise(content, { entry: 'test.jsonl' })).rejects.toMatchObject({
        details: { reason: 'entry-unknown' },
      })
    }
  })

  it('goes on where reading stopped, without saying anything twice', async () => {
    const fileKey = await storeContent(iconv.encode(two.replace('船到港了', 'Café'), 'windows-1252'))
    const reading = await recogniseFile({ fileKey, fileName: 'file' })
    const whole = await allOf(readCorpusFile(fileKey, reading))
    expect(whole).toHaveLength(3)
    for (const readings of [1, 2, 3]) {
      const rest = readCorpusFile(fileKey, reading, { byte: 9, line: 2, readings })
      expect(await allOf(rest)).toEqual(whole.slice(readings))
    }
  })
})

const CHINESE = '港口今天到了三艘船，船长说天气很好。'
const TEXTS: [Encoding, string][] = [
  ['utf-16le', 'Ein Boot, 船到港了 🚢'],
  ['utf-16be', 'Ein Boot, 船到港了 🚢'],
  ['gb18030', CHINESE],
  ['big5', '港口今天到了三艘船，船長說天氣很好。'],
  ['shift_jis', '今日は港に船が三隻着きました。'],
]

describe('the encoding of a text', () => {
  it.each(TEXTS)('%s is told from the bytes', async (encoding, text) => {
    const content = iconv.encode(Array.from({ length: 50 }, () => record(text)).join(''), encoding)
    const { packing } = await recognise(content)
    expect(packing).toEqual({ container: 'none', encoding })
    const { texts, warnings } = await textsOf(content)
    expect([new Set(texts), texts.length, warnings]).toEqual([new Set([text]), 50, []])
  })

  it.each(['utf-16le', 'utf-16be', 'utf-8'])(
    '%s is told by its mark, which is no part of the text',
    async (name) => {
      const content = iconv.encode(two, name, { addBOM: true })
      expect((await recognise(content)).packing.encoding).toBe(name)
      expect(await textsOf(content)).toEqual(BOTH)
    },
  )

  it('is guessed with a warning where the bytes leave a choice', async () => {
    const western = iconv.encode(record('Café, naïve façade'), 'windows-1252')
    expect((await recognise(western)).packing).toMatchObject({ encoding: 'windows-1252', isGuess: true })
    expect(await textsOf(western)).toEqual({ texts: ['Café, naïve façade'], warnings: ['encoding-guessed'] })
    const short = iconv.encode(record('船到港了'), 'gbk')
    expect(await textsOf(short)).toEqual({ texts: ['船到港了'], warnings: ['encoding-guessed'] })
  })

  it('is taken from who knows it, without a warning', async () => {
    const content = iconv.encode(record('Žluťoučký kůň'), 'windows-1250')
    expect(await textsOf(content, { encoding: 'windows-1250' })).toEqual({
      texts: ['Žluťoučký kůň'],
      warnings: [],
    })
  })

  it('refuses the lines whose bytes mean nothing in it, and no others', async () => {
    const broken = Buffer.concat([
      iconv.encode(record(CHINESE).repeat(9), 'gb18030'),
      Buffer.from('{"text": "\x81\x20"}\n', 'latin1'),
      iconv.encode(record('船'), 'gb18030'),
    ])
    const { texts, warnings } = await textsOf(broken, { encoding: 'gb18030' })
    expect([texts.length, texts.at(-1), warnings]).toEqual([10, '船', ['invalid-utf8']])
  })

  it('is that of a packed file, too', async () => {
    const content = makeZip([{ name: 'a.jsonl', content: iconv.encode(two, 'utf-16le', { addBOM: true }) }])
    expect(await textsOf(gzipSync(iconv.encode(two, 'utf-16be')))).toEqual(BOTH)
    expect(await textsOf(content)).toEqual(BOTH)
  })

  it('keeps characters whole that a chunk cuts in two', async () => {
    const text = '🚢'.repeat(100_001)
    const content = iconv.encode(`${record('a')}${record(text)}`, 'utf-16be', { addBOM: true })
    const { texts } = await textsOf(content)
    expect(texts[1] === text).toBe(true)
  })
})
