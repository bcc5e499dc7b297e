import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readCorpusFile } from '@/lib/corpora/read-corpus-file'
import { type Asked, recogniseFile } from '@/lib/corpora/recognise-file'
import { mentionOf, type NerGold } from '@/lib/tasks/ner/gold'
import { keepFilesApart } from '@/prisma/factories/files'
import { makeParquet } from '@/prisma/factories/parquet'
import { storeContent } from '@/prisma/factories/stored-files'

keepFilesApart()

async function read(content: Uint8Array, asked?: Asked, readings = 0) {
  const fileKey = await storeContent(content)
  const reading = await recogniseFile({ fileKey, fileName: 'train.parquet' }, asked)
  const all = []
  const from = { byte: 0, line: readings + 1, readings }
  for await (const one of readCorpusFile(fileKey, reading, from)) all.push(one)
  const issues = all.flatMap((one) => one.issues)
  return { reading, all, issues, instances: all.flatMap((one) => one.instances) }
}

const tagged = {
  id: ['0', '1', '2', '3'],
  tokens: [
    ['The', 'Grey', 'Heron', 'left'],
    ['Port', 'Adel'],
    ['港', '口', '很', '大'],
    ['one', 'two'],
  ],
  ner_tags: [
    [0n, 1n, 2n, 0n],
    [3n, 4n],
    [3n, 4n, 0n, 0n],
    [0n, 9n],
  ],
}
const tagNames = { names: ['O', 'B-vessel', 'I-vessel', 'B-place', 'I-place'], _type: 'ClassLabel' }
const features = { ner_tags: { feature: tagNames, _type: 'Sequence' } }

describe('a Parquet table', () => {
  it('of tokens and numbered tags becomes named entities, by the names that it gives', async () => {
    const { reading, instances, issues } = await read(makeParquet(tagged, features))
    expect(reading).toMatchObject({ format: 'parquet', taskForm: 'ner', packing: { encoding: 'utf-8' } })
    const mentions = instances.map(({ text, gold }) =>
      (gold as NerGold).spans.map((span) => `${span.label}: ${mentionOf(text, span)}`),
    )
    expect(mentions).toEqual([['vessel: Grey Heron'], ['place: Port Adel'], ['place: 港口']])
    expect(issues).toMatchObject([
      { line: 4, code: 'tag-unknown', message: 'Tag 9 is none of the 5 that the file names.' },
    ])
  })

  it('of messages becomes conversations', async () => {
    const turn = (role: string, content: string) => ({ role, content })
    const messages = [[turn('user', 'Hi'), turn('assistant', 'Hello')], [turn('user', 'Nobody answers')]]
    const { reading, instances, issues } = await read(makeParquet({ messages }))
    expect(reading).toMatchObject({ format: 'parquet', taskForm: 'general' })
    expect(instances.map(({ gold }) => gold)).toEqual([
      {
        turns: [
          { from: 'user', text: 'Hi' },
          { from: 'assistant', text: 'Hello' },
        ],
      },
    ])
    expect(issues).toMatchObject([{ line: 2, code: 'answer-missing' }])
  })

  it('needs the names from who imports it when it has none', async () => {
    const { instances, issues } = await read(makeParquet(tagged))
    expect(instances).toEqual([])
    expect(issues[0]?.message).toContain('{"classes": {"ner_tags"')
    const classes = { ner_tags: [...tagNames.names, 'O', 'O', 'O', 'O', 'B-place'] }
    expect((await read(makeParquet(tagged), { options: { classes } })).instances).toHaveLength(4)
    const bare = { ner_tags: ['O', 'vessel', 'vessel', 'place', 'place', 'O', 'O', 'O', 'O', 'place'] }
    const plain = await read(makeParquet(tagged), { options: { classes: bare } })
    expect(plain.instances.map(({ labels }) => labels)).toEqual([['vessel'], ['place'], ['place'], ['place']])
  })

  it('of texts and numbered labels becomes classes', async () => {
    const table = { text: ['A boat.', 'A shed.', ''], label: [1n, 0n, 1n] }
    const { reading, instances, issues } = await read(
      makeParquet(table, { label: { names: ['place', 'vessel'], _type: 'ClassLabel' } }),
    )
    expect(reading.taskForm).toBe('tc')
    expect(instances.map(({ gold }) => gold)).toEqual([
      { labels: ['vessel'], multi: false },
      { labels: ['place'], multi: false },
    ])
    expect(issues).toMatchObject([{ line: 3, code: 'text-empty' }])
  })

  it('of columns that a person picks becomes classes, several in a list', async () => {
    const table = { body: ['A boat.', 'A shed.'], kinds: [['x', 'y'], ['y']] }
    const options = { columns: { text: 'body', label: 'kinds' } }
    const { instances } = await read(makeParquet(table), { taskForm: 'tc', options })
    expect(instances.map(({ gold }) => gold)).toEqual([
      { labels: ['x', 'y'], multi: true },
      { labels: ['y'], multi: true },
    ])
    await expect(read(makeParquet(table), { taskForm: 'tc' })).rejects.toMatchObject({
      details: { reason: 'column-missing', params: { names: 'body, kinds' } },
    })
  })

  it('is read on after the rows that came before', async () => {
    const content = makeParquet(tagged, features)
    const { all } = await read(content)
    expect((await read(content, {}, 3)).all).toEqual(all.slice(3))
  })
})

describe('a Parquet file that is none', () => {
  const content = makeParquet(tagged, features)

  it.each([
    ['cut off', content.subarray(0, content.length - 20)],
    ['packed', gzipSync(content)],
    [
      'spoiled',
      Buffer.concat([content.subarray(0, 20), Buffer.alloc(content.length - 28, 1), content.subarray(-8)]),
    ],
  ])('is refused: %s', async (_what, spoiled) => {
    await expect(read(spoiled)).rejects.toMatchObject({ details: { reason: 'parquet-unreadable' } })
  })
})
