import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCorpusFile } from '@/lib/corpora/read-corpus-file'
import { type Asked, recogniseFile } from '@/lib/corpora/recognise-file'
import { keepFilesApart } from '@/prisma/factories/files'
import { findSharedData } from '@/prisma/factories/shared-data'
import { storeContent } from '@/prisma/factories/stored-files'

keepFilesApart()
const shared = findSharedData()

async function read(content: string | Uint8Array, given: Asked & { fileName?: string } = {}) {
  const { fileName = 'table.csv', ...asked } = given
  const fileKey = await storeContent(content)
  const reading = await recogniseFile({ fileKey, fileName }, asked)
  const all = []
  for await (const one of readCorpusFile(fileKey, reading)) all.push(one)
  const instances = all.flatMap((one) => one.instances)
  const issues = all.flatMap((one) => one.issues)
  return { reading, all, instances, issues, codes: issues.map(({ line, code }) => [line, code]) }
}

describe('a table of texts with a class', () => {
  it('becomes an instance a row, whatever is wrong with others', async () => {
    const { all, instances, codes, issues } = await read(
      readFileSync(path.join(import.meta.dirname, 'fixtures/broken.csv')),
    )
    expect(instances.map(({ text, labels }) => [text, ...labels])).toEqual([
      ['A ferry, a tug', 'vessel'],
      ['two\nlines', 'place'],
      ['plain', 'place'],
      ['said 5" more', 'place'],
      ['quoted "twice"', 'place'],
    ])
    expect(instances[0]?.gold).toEqual({ labels: ['vessel'], multi: false })
    expect(codes).toEqual([
      [5, 'row-too-short'],
      [6, 'quote-open'],
      [8, 'row-too-short'],
      [9, 'row-too-long'],
      [10, 'quote-open'],
      [13, 'text-empty'],
      [14, 'gold-missing'],
    ])
    expect(issues.find(({ line }) => line === 14)?.message).toContain('Column “label”')
    expect(all.find(({ line }) => line === 3)).toMatchObject({ line: 3, lineEnd: 4 })
  })

  it.each([
    ['semicolons', 'text;label\na, b;x\n', ';'],
    ['tabs', 'sentence\tintent\na "b" c\tx\n"d\t\ty\n', '\t'],
    ['bars', 'utterance|category\na|x\n', '|'],
  ])('is read with %s between its cells', async (_what, content, delimiter) => {
    const { reading, instances } = await read(content)
    expect(reading).toMatchObject({ format: 'csv', taskForm: 'tc', options: { delimiter, header: true } })
    expect(instances[0]?.labels).toEqual(['x'])
  })

  it('tells the columns of a table without names', async () => {
    const rows = Array.from({ length: 9 }, (_, i) => `${i % 3},"A longer text, number ${i}",${i * 7}\n`)
    const { instances } = await read(rows.join(''))
    expect(instances).toHaveLength(9)
    expect(instances[4]).toMatchObject({
      text: 'A longer text, number 4',
      labels: ['1'],
      meta: { '3': '28' },
    })
  })

  it('takes the columns that a person picked, and several labels', async () => {
    const options = { columns: { text: 'b', label: 3, id: 'a' }, multiLabelSeparator: '|' }
    const { instances } = await read('a,b,c\n7,Good boat,fast|dry|fast\n8,Bad boat,\n', {
      format: 'csv',
      options,
    })
    expect(instances).toEqual([
      {
        text: 'Good boat',
        gold: { labels: ['dry', 'fast'], multi: true },
        labels: ['dry', 'fast'],
        meta: { a: '7' },
      },
    ])
    await expect(read('a,b\n1,2\n', { format: 'csv', options })).rejects.toMatchObject({
      details: { reason: 'column-missing', params: { column: '3', names: 'a, b' } },
    })
  })
})

describe('tables of other task forms', () => {
  it('asks questions about a text', async () => {
    const { reading, instances } = await read(
      'context,question,answer\n"🚢 The Heron left.",Who left?,Heron\nThe Heron left.,Where to?,\n',
    )
    expect(reading.taskForm).toBe('mrc')
    expect(instances.map(({ gold }) => gold)).toEqual([
      { question: 'Who left?', answers: [{ text: 'Heron', start: 6 }], answerable: true },
      { question: 'Where to?', answers: [], answerable: false },
    ])
  })

  it('gives instructions with an input', async () => {
    const { reading, instances } = await read('instruction,input,output\nName it.,A ship.,Heron\nSing.,,La\n')
    expect(reading.taskForm).toBe('general')
    expect(instances.map(({ text }) => text)).toEqual(['Name it.\nA ship.', 'Sing.'])
    expect(instances[1]?.gold).toEqual({
      turns: [
        { from: 'user', text: 'Sing.' },
        { from: 'assistant', text: 'La' },
      ],
    })
  })
})

it('says which option does not fit', async () => {
  await expect(read('text,label\na,b\n', { options: { delimiter: 'ab' } })).rejects.toMatchObject({
    details: { reason: 'options-invalid', params: { faults: expect.stringContaining('delimiter') } },
  })
})

describe('what is no table', () => {
  it.each(['A letter, with commas.\nAnd lines, too.\nGood bye.\n', 'one\ntwo\nthree\n'])(
    '%j',
    async (content) => {
      await expect(read(content, { fileName: 'a.txt' })).rejects.toMatchObject({
        details: { reason: 'format-unknown' },
      })
    },
  )

  it('holds one row at most, though a quote never closes', async () => {
    const { instances, codes } = await read(`text,label\n"a,x\n${'b,y\n'.repeat(50_000)}`)
    expect([instances.length, codes]).toEqual([50_000, [[2, 'quote-open']]])
  })
})

describe.skipIf(!shared)('real tables', () => {
  const file = (name: string) => readFileSync(path.join(shared!, name))

  it('reads all of banking77', async () => {
    const content = file('tc/banking77-test.csv')
    const { instances, issues } = await read(content)
    expect([instances.length, new Set(instances.flatMap(({ labels }) => labels)).size]).toEqual([3_080, 77])
    expect(issues).toEqual([])
    const rows = content.toString('utf8').matchAll(/^(?:"((?:[^"]|"")*)"|([^",\n]*)),(\w+\??)\r?$/gm)
    const expected = [...rows].slice(1).map(([, quoted, plain, label]) => {
      return [quoted?.replaceAll('""', '"') ?? plain, label]
    })
    expect(instances.map(({ text, labels }) => [text, labels[0]])).toEqual(expected)
  })

  it.each([
    ['text_classification-example.csv', 1, [3, 4, 5]],
    ['text_classification-example_out_of_order_columns.csv', 1, [3, 4]],
    ['text_classification-example.invalid.2.csv', 2, [2]],
    ['example.utf16.csv', 3, []],
  ])("reads doccano's %s", async (name, count, refused) => {
    const { instances, issues } = await read(file(`fixtures/doccano/${name}`))
    expect(instances).toHaveLength(count)
    expect([...new Set(issues.map(({ line }) => line))]).toEqual(refused)
  })
})
