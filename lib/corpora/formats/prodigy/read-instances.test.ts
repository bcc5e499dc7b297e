import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readInstances } from '@/lib/corpora/formats/prodigy/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/prodigy/recognise-file'
import { FILE_START, MAX_LINE_BYTES, type ReadFrom } from '@/lib/corpora/model'
import type { TaskForm } from '@/lib/tasks/model'
import { mentionOf } from '@/lib/tasks/ner/gold'
import type { ReGold } from '@/lib/tasks/re/gold'
import { collect } from '@/prisma/factories/bytes'
import { readingOfSpans } from '@/prisma/factories/imports'
import { sampleOf, sourceOf } from '@/prisma/factories/sources'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url))

async function read(bytes: Uint8Array | string, given: { from?: ReadFrom; size?: number } = {}) {
  const reading = { taskForm: 'ner', options: { layout: 'lines', multi: false } } as const
  const source = sourceOf(bytes, given.size)
  return (await collect(readInstances(source, given.from ?? FILE_START, reading))).map(readingOfSpans)
}

async function readAs(taskForm: TaskForm, records: unknown[], multi = false) {
  const source = sourceOf(records.map((one) => JSON.stringify(one)).join('\n'))
  const readings = await collect(readInstances(source, FILE_START, { taskForm, options: { multi } }))
  return readings.map(({ instances, issues }) => instances[0]?.gold ?? issues[0]?.code)
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

describe('reading Prodigy JSONL', () => {
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
    const giant = `{"text": "${'x'.repeat(200 * 65_536)}", "spans": []}\n{"text": "next", "spans": []}\n`
    const readings = await read(giant)
    expect(200 * 65_536).toBeGreaterThan(MAX_LINE_BYTES)
    expect(readings.map(({ line, instance, issues }) => [line, instance?.text, issues[0]?.code])).toEqual([
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
          fixture('prodigy.jsonl'),
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

describe('reading other gold of Prodigy', () => {
  const text = 'Rook sank the Petrel'
  const rook = { start: 0, end: 4, label: 'person', token_start: 0, token_end: 0 }
  const petrel = { start: 14, end: 20, label: 'vessel', token_start: 3, token_end: 3 }

  it('reads relations between spans, and between words that nobody marked', async () => {
    const sank = { label: 'sank', head_span: { start: 5, end: 9, label: null } }
    const relations = [
      { ...sank, child_span: petrel },
      { label: 'did', head: 0, child: 1 },
    ]
    const tokens = ['Rook', 'sank'].map((_word, id) => ({ id, start: id * 5, end: id * 5 + 4 }))
    const [gold] = await readAs('re', [{ text, spans: [rook, petrel], relations, tokens }])
    expect(gold).toEqual({
      entities: [
        { start: 0, end: 4, label: 'person' },
        { start: 5, end: 9, label: '' },
        { start: 14, end: 20, label: 'vessel' },
      ],
      relations: [
        { type: 'did', head: 0, tail: 1 },
        { type: 'sank', head: 1, tail: 2 },
      ],
    })
  })

  it('refuses relations that lead nowhere, and texts without any', async () => {
    const relation = { label: 'sank', head_span: rook }
    const records = [
      { text, spans: [], relations: [] },
      { text, spans: [rook] },
      { text, spans: [rook], relations: [{ ...relation, child: 9 }] },
      { text, spans: [rook], relations: [{ ...relation, child_span: { start: 14, end: 40 } }] },
      { text, spans: [rook], relations: [{ head_span: rook, child_span: petrel }] },
      { text, spans: [], relations: [], answer: 'reject' },
    ]
    expect(await readAs('re', records)).toEqual([
      { entities: [], relations: [] },
      'gold-missing',
      'relation-dangling',
      'span-out-of-range',
      'relation-malformed',
      'answer-reject',
    ])
  })

  it('reads choices, values and single labels as classes; a label that is rejected does not hold', async () => {
    const options = [
      { id: 'news', text: 'News' },
      { id: 2, text: 'Letter' },
    ]
    const records = [
      { text, options, accept: ['news'], answer: 'accept' },
      { text, options, accept: [2] },
      { text, options, accept: [2, 'news'] },
      { text, options, accept: [], answer: 'reject' },
      { text, cats: { news: 1, letter: 0, log: true } },
      { text, label: 'news', answer: 'accept' },
      { text, label: 'news', answer: 'reject' },
      { text, label: 'news', answer: 'ignore' },
      { text, answer: 'accept' },
      { text, label: ' ' },
      { text, options, accept: [] },
    ]
    expect(await readAs('tc', records)).toEqual([
      { labels: ['news'], multi: false },
      { labels: ['Letter'], multi: false },
      { labels: ['Letter', 'news'], multi: true },
      'answer-reject',
      { labels: ['log', 'news'], multi: true },
      { labels: ['news'], multi: false },
      { labels: [], multi: true },
      'answer-ignore',
      'gold-missing',
      'label-empty',
      'gold-missing',
    ])
    expect(await readAs('tc', [{ text, options, accept: [] }], true)).toEqual([{ labels: [], multi: true }])
  })

  it.each([
    ['spans', [{ text, spans: [], answer: 'accept' }], ['ner'], false],
    ['relations', [{ text, spans: [rook], relations: [{}], _view_id: 'relations' }], ['re', 'ner'], false],
    ['labels that were rejected', [{ text, label: 'x', answer: 'reject' }], ['tc'], true],
    ['several choices', [{ text, accept: ['a', 'b'], answer: 'accept' }], ['tc'], true],
  ])('recognises %s, in JSONL and in a list', (_what, records, taskForms, multi) => {
    const lines = records.map((one) => JSON.stringify(one)).join('\n')
    const expected = { certainty: 1, taskForms }
    expect(recogniseFile(sampleOf(lines))).toMatchObject({ ...expected, options: { layout: 'lines', multi } })
    const list = recogniseFile(sampleOf(JSON.stringify(records, null, 2)))
    expect(list).toMatchObject({ ...expected, options: { layout: 'document', path: '*', multi } })
  })
})

const folder = process.env.GLOSS_SHARED_DATA ?? path.resolve('../shared/data')
const isThere = existsSync(folder)
if (!isThere) console.warn(`No real corpora in ${folder} (GLOSS_SHARED_DATA): their tests are skipped.`)

describe.skipIf(!isThere)('real annotations of Prodigy, beside a reading of their own', () => {
  it('reads every relation of BioNLP with its two mentions', async () => {
    const content = readFileSync(path.join(folder, 're/bionlp-prodigy-relations.jsonl'), 'utf8')
    const { taskForms, options } = recogniseFile(sampleOf(content))!
    expect(taskForms).toEqual(['re', 'ner'])
    const readings = await collect(readInstances(sourceOf(content), FILE_START, { taskForm: 're', options }))
    expect(readings.length).toBe(149)
    const triples = readings.flatMap(({ instances }) =>
      instances.map(({ text, gold }) => {
        const { entities, relations } = gold as ReGold
        return relations
          .map(({ type, head, tail }) =>
            [entities[head]!, entities[tail]!].map((one) => mentionOf(text, one)).concat(type),
          )
          .sort()
      }),
    )
    type Span = { start: number; end: number }
    const expected = content
      .trim()
      .split('\n')
      .map((line): { text: string; relations: { label: string; head_span: Span; child_span: Span }[] } =>
        JSON.parse(line),
      )
      .map(({ text, relations }) => {
        const words = ({ start, end }: Span) => [...text].slice(start, end).join('')
        const distinct = new Map(
          relations.map((one) => {
            const { label, head_span: head, child_span: child } = one
            return [[head.start, head.end, child.start, child.end, label].join(), one]
          }),
        )
        return [...distinct.values()]
          .map((one) => [words(one.head_span), words(one.child_span), one.label])
          .sort()
      })
    expect(triples).toEqual(expected)
    expect(triples.flat().length).toBe(263)
    const twice = readings.filter(({ issues }) => issues.some(({ code }) => code === 'relation-twice'))
    expect(twice.length).toBeGreaterThan(0)
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
