import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readCorpusFile } from '@/lib/corpora/read-corpus-file'
import { type Asked, recogniseFile } from '@/lib/corpora/recognise-file'
import { type EeGold, eeFaults, eeGoldSchema } from '@/lib/tasks/ee/gold'
import { mentionOf, type NerGold } from '@/lib/tasks/ner/gold'
import { type ReGold, reFaults, reGoldSchema } from '@/lib/tasks/re/gold'
import { type Member, makeTar, makeZip } from '@/prisma/factories/archives'
import { keepFilesApart } from '@/prisma/factories/files'
import { findSharedData } from '@/prisma/factories/shared-data'
import { storeContent } from '@/prisma/factories/stored-files'

keepFilesApart()
const shared = findSharedData()

async function read(content: Uint8Array, asked?: Asked) {
  const fileKey = await storeContent(content)
  const reading = await recogniseFile({ fileKey, fileName: 'documents' }, asked)
  const all = []
  for await (const one of readCorpusFile(fileKey, reading)) all.push(one)
  const issues = all.flatMap((one) => one.issues)
  return { reading, all, issues, instances: all.flatMap((one) => one.instances) }
}

const fixture = (name: string) => readFileSync(path.join(import.meta.dirname, 'fixtures', name), 'utf8')
const ferry: Member[] = [
  { name: 'docs/ferry.txt', content: fixture('ferry.txt') },
  { name: 'docs/ferry.ann', content: fixture('ferry.ann') },
]

/** A document whose one span is this line. */
const documentOf = (line: string): Member[] => [
  { name: 'a.ann', content: `${line}\n` },
  { name: 'a.txt', content: 'The tug, the tug and the Heron\n' },
]

describe('brat documents', () => {
  it('become events with discontinuous, nested and further arguments', async () => {
    const { reading, instances, issues } = await read(makeZip(ferry))
    expect(reading).toMatchObject({ format: 'brat', taskForm: 'ee', taskForms: ['ee', 're', 'ner'] })
    const [{ text, gold, labels, meta }] = instances as [(typeof instances)[number]]
    expect(text).toBe('🚢 The Heron and the tug Osprey\nleft Port Adel; nobody was hurt.')
    expect(labels).toEqual(['Departure', 'Injury'])
    expect(gold).toEqual({
      events: [
        {
          type: 'Departure',
          trigger: { start: 31, end: 35 },
          arguments: [
            {
              role: 'Agent',
              start: 2,
              end: 30,
              fragments: [
                [2, 5],
                [20, 30],
              ],
            },
            { role: 'Agent', start: 2, end: 11 },
            { role: 'Origin', start: 36, end: 45 },
          ],
          attributes: { Tense: 'past' },
        },
        {
          type: 'Injury',
          trigger: { start: 58, end: 62 },
          arguments: [
            { role: 'victim', start: 47, end: 53 },
            { role: 'Cause', event: 0 },
          ],
          attributes: { Negated: 'true' },
        },
      ],
    })
    expect(meta).toMatchObject({
      document: 'docs/ferry',
      entities: [{ id: 'T7', label: 'Route' }],
      relations: [{ id: 'R1', type: 'lies_at' }],
      attributes: [{ id: 'A3', value: 'large' }],
      beside: ['N1\tReference T4 Gaz:17\tPort Adel', '#1\tAnnotatorNotes T2\tread twice', '*\tEquiv T1 T2'],
    })
    expect(issues).toMatchObject([
      {
        severity: 'warning',
        code: 'kept-beside',
        message: expect.stringContaining('1 entities, 1 relations'),
      },
    ])
  })

  it('become relations between entities with their attributes', async () => {
    const { instances } = await read(makeZip(ferry), { taskForm: 're' })
    const [{ text, gold, labels, meta }] = instances as [(typeof instances)[number]]
    const { entities, relations } = reGoldSchema.parse(gold)
    expect(reFaults(text, { entities, relations })).toEqual([])
    const named = relations.map(({ type, head, tail }) =>
      [type, mentionOf(text, entities[head]!), mentionOf(text, entities[tail]!)].join(' '),
    )
    expect(named.sort()).toEqual(['lies_at The Heron Port Adel', 'victim hurt nobody'])
    expect(labels.toSorted()).toEqual(['lies_at', 'victim'])
    expect(entities.find(({ attributes }) => attributes)).toMatchObject({
      start: 2,
      attributes: { Size: 'large' },
    })
    expect(meta).toMatchObject({
      events: [{ id: 'E1' }, { id: 'E2' }],
      attributes: [{ id: 'A1' }, { id: 'A2' }],
    })
  })

  it('become named entities, as they do where there is nothing else', async () => {
    const { instances } = await read(makeZip(ferry), { taskForm: 'ner' })
    const { spans } = instances[0]!.gold as NerGold
    expect(spans).toHaveLength(7)
    const plain = await read(await makeTar(documentOf('T1\tVessel 25 30\tHeron')))
    expect(plain.reading).toMatchObject({ taskForm: 'ner' })
    expect(plain.instances[0]?.gold).toEqual({ spans: [{ start: 25, end: 30, label: 'Vessel' }] })
  })

  const trips: Member[] = [
    {
      name: 'trips.txt',
      content: '🚢 Mara sailed. She came\nback to Vardo. Nobody\nwaved. Tom slept.\n',
    },
    {
      name: 'trips.ann',
      content: [
        'T1\tPerson 2 6\tMara',
        'T2\tPerson 15 18\tShe',
        'T3\tPlace 32 37\tVardo',
        'T4\tPerson 53 56\tTom',
        'R1\tis_at Arg1:T2 Arg2:T3',
        '#1\tAnnotatorNotes T4\tat last',
        '',
      ].join('\n'),
    },
  ]

  it('become an instance a sentence, those together between which something is marked', async () => {
    const { instances } = await read(makeZip(trips), { taskForm: 're', options: { unit: 'sentence' } })
    const shown = instances.map(({ text, gold, meta }) => {
      const { entities } = gold as ReGold
      return [text, entities.map((one) => mentionOf(text, one)), meta?.beside]
    })
    expect(shown).toEqual([
      ['🚢 Mara sailed.', ['Mara'], undefined],
      ['She came\nback to Vardo.', ['She', 'Vardo'], undefined],
      ['Nobody', [], undefined],
      ['waved.', [], undefined],
      ['Tom slept.', ['Tom'], ['#1\tAnnotatorNotes T4\tat last']],
    ])
    expect((instances[1]!.gold as ReGold).relations).toEqual([{ type: 'is_at', head: 0, tail: 1 }])
    const byLine = await read(makeZip(trips), { taskForm: 'ner', options: { unit: 'line' } })
    expect(byLine.instances.map(({ text }) => text)).toEqual([
      '🚢 Mara sailed. She came\nback to Vardo. Nobody',
      'waved. Tom slept.',
    ])
  })

  it('are read from given entities and what was found apart, and a fault names its file', async () => {
    const a1 = { name: 'a.a1', content: 'T1\tProtein 0 4\tIL-4\n' }
    const txt = { name: 'a.txt', content: 'IL-4 binds.\n' }
    const a2 = {
      name: 'a.a2',
      content: 'T2\tBinding 5 10\tbinds\nE1\tBinding:T2 Theme:T1\nM1\tNegation E1\n',
    }
    const { reading, instances, issues } = await read(await makeTar([a1, a2, txt]))
    expect([reading.format, reading.taskForm, issues]).toEqual(['brat', 'ee', []])
    expect(instances[0]!.gold).toEqual({
      events: [
        {
          ...{ type: 'Binding', trigger: { start: 5, end: 10 }, attributes: { Negation: 'true' } },
          arguments: [{ role: 'Theme', start: 0, end: 4 }],
        },
      ],
    })
    expect((await read(makeZip([a1, txt]))).instances[0]!.labels).toEqual(['Protein'])
    const broken = await read(
      makeZip([a1, txt, { ...a2, content: 'T2\tBinding 5 10\tbinds\nE1\tBinding:T9\n' }]),
    )
    expect(broken.issues[0]!.message).toContain('“a.a2”, line 2')
  })

  it.each([
    ['stands elsewhere, once', 'T1\tVessel 0 5\tHeron', 'warning', 'words-moved'],
    ['stands elsewhere, twice', 'T1\tVessel 0 7\tthe tug?', 'error', 'words-absent'],
    ['ends beyond the text', 'T1\tVessel 90 95\tOsprey', 'error', 'span-out-of-range'],
    ['is empty', 'T1\tVessel 5 5\t', 'error', 'span-empty'],
    ['is no line of brat', 'T1 Vessel 4 7 tug', 'error', 'span-malformed'],
    ['points at nothing', 'R1\tat Arg1:T1 Arg2:T2', 'error', 'reference-unknown'],
  ])('say what %s, by file and line', async (_what, line, severity, code) => {
    const { issues, instances } = await read(makeZip(documentOf(line)))
    expect(issues[0]).toMatchObject({ severity, code, message: expect.stringContaining('“a.ann”, line 1') })
    expect(instances).toHaveLength(severity === 'error' ? 0 : 1)
  })

  it('are refused one by one when a half is missing', async () => {
    const members = [
      ...documentOf('T1\tVessel 25 30\tHeron'),
      { name: 'b.txt', content: 'Nobody labelled this.' },
      { name: 'c.ann', content: 'T1\tX 0 1\ta\n' },
    ]
    const { instances, issues } = await read(gzipSync(await makeTar(members)))
    expect(instances).toHaveLength(1)
    expect(issues.map(({ line, code }) => [line, code])).toEqual([
      [2, 'gold-missing'],
      [3, 'text-missing'],
    ])
  })

  it('are too many in a tar when no corpus has so many', async () => {
    const many = Array.from({ length: 50_001 }, (_, i) => ({ name: `${i}.txt`, content: 'a' }))
    await expect(
      read(await makeTar([...documentOf('T1\tVessel 25 30\tHeron'), ...many])),
    ).rejects.toMatchObject({ details: { reason: 'archive-too-many-files' } })
  }, 30_000)
})

describe.skipIf(!shared)('the real brat archive', () => {
  const packed = () => readFileSync(path.join(shared!, 'ee/phee-dev-brat-200docs.tar.gz'))

  /** Another reading, straight from the blocks of the tar. */
  function readFiles(): Map<string, string> {
    const tar = gunzipSync(packed())
    const files = new Map<string, string>()
    for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
      const name = tar.toString('utf8', at, at + 100).replace(/\0.*/s, '')
      const size = Number.parseInt(tar.toString('latin1', at + 124, at + 135), 8)
      files.set(name, tar.toString('utf8', at + 512, at + 512 + size))
      at += 512 + Math.ceil(size / 512) * 512
    }
    return files
  }

  it('loses no T, E, A or R', async () => {
    const { reading, instances, issues } = await read(packed())
    expect(reading).toMatchObject({ format: 'brat', taskForm: 'ee' })
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(instances).toHaveLength(200)
    const files = readFiles()
    const counts = { T: 0, E: 0, A: 0, R: 0 }
    for (const { text, gold, meta } of instances) {
      const { events } = eeGoldSchema.parse(gold) as EeGold
      expect(eeFaults(text, { events })).toEqual([])
      const beside = meta as unknown as {
        document: string
        entities?: { id: string }[]
        relations?: unknown[]
        attributes?: unknown[]
      }
      const lines = files.get(`${beside.document}.ann`)!.split('\n').filter(Boolean)
      const of = (kind: string) => lines.filter((line) => line.startsWith(kind))
      const spans = of('T').map((line) => line.split('\t'))
      const free = new Set((beside.entities ?? []).map(({ id }) => id))
      const placed = events.flatMap((event) =>
        [event.trigger, ...event.arguments].flatMap((one) => (one && !('event' in one) ? [one] : [])),
      )
      const written = spans.filter(([id]) => !free.has(id!))
      for (const [, label, words] of written) {
        const [, ...offsets] = label!.split(/[ ;]/).map(Number)
        const found = placed.find(({ start, end }) => start === offsets[0] && end === offsets.at(-1))
        expect(found && mentionOf(text, found).replace(/\s/g, '')).toBe(words!.replace(/\s/g, ''))
      }
      const own = events.flatMap(({ attributes = {} }) => Object.values(attributes).flat())
      const linked = of('R').filter((line) => /Arg1:E/.test(line)).length
      counts.T += written.length + free.size
      counts.E += events.length
      counts.A += own.length + (beside.attributes?.length ?? 0)
      counts.R += linked + (beside.relations?.length ?? 0)
    }
    const standing = [...files].flatMap(([name, content]) =>
      name.endsWith('.ann') ? content.split('\n') : [],
    )
    const count = (kind: string) => standing.filter((line) => line.startsWith(kind)).length
    expect(counts).toEqual({ T: count('T'), E: count('E'), A: count('A'), R: count('R') })
    expect(counts).toEqual({ T: 1_304, E: 245, A: 36, R: 27 })
  })

  it.each(['re', 'ner'] as const)('is read as %s, too', async (taskForm) => {
    const { instances, issues } = await read(packed(), { taskForm })
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
    const things = instances.map(({ gold }) =>
      taskForm === 're' ? (gold as ReGold).entities : (gold as NerGold).spans,
    )
    expect(things.flat()).toHaveLength(1_300)
    expect(issues.filter(({ code }) => code === 'span-twice')).toHaveLength(2)
  })
})
