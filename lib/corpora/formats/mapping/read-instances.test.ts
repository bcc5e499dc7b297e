import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePath, type Step, writePath } from '@/lib/corpora/formats/mapping/gather/model'
import { selectValues } from '@/lib/corpora/formats/mapping/gather/select-values'
import { suggestMapping } from '@/lib/corpora/formats/mapping/gather/suggest-mapping'
import { readInstances } from '@/lib/corpora/formats/mapping/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/mapping/recognise-file'
import {
  type Mapping,
  mappingSchema,
  missingFields,
  type Options,
  optionsSchema,
} from '@/lib/corpora/formats/mapping/schema'
import { FILE_START } from '@/lib/corpora/model'
import { collect } from '@/prisma/factories/bytes'
import { sourceOf } from '@/prisma/factories/sources'

const read = (content: string, mapping: Record<string, unknown>, options: Partial<Options> = {}) => {
  const parsed = mappingSchema.parse(mapping)
  const reading = { taskForm: parsed.taskForm, options: { ...options, mapping: parsed } }
  return collect(readInstances(sourceOf(content), FILE_START, reading))
}
const lines = (...records: unknown[]) => records.map((one) => JSON.stringify(one)).join('\n')
const goldsOf = async (record: unknown, mapping: Record<string, unknown>) => {
  const readings = await read(lines(record), mapping)
  const issues = readings.flatMap((one) => one.issues.map(({ code }) => code))
  return { golds: readings.flatMap(({ instances }) => instances.map(({ gold }) => gold)), issues }
}

describe('paths', () => {
  const record = { data: { text: 'a' }, 'odd.key': [{ x: 1 }, { x: 2 }], label: { name: { Mara: [[0, 4]] } } }
  const top = { value: record, place: '', met: [] }
  const values = (path: string) => selectValues(top, path).map(({ value }) => value)

  it('lead to a value, to every item, through odd keys, and back to the keys on the way', () => {
    expect(values('data.text')).toEqual(['a'])
    expect(values('["odd.key"][].x')).toEqual([1, 2])
    expect(values('["odd.key"][1].x')).toEqual([2])
    expect(values('nothing.here[]')).toEqual([])
    const [found] = selectValues(top, 'label.*.*[]')
    expect(found!.place).toBe('label.name.Mara[0]')
    expect(['@1', '@2', '[0]'].map((one) => selectValues(found!, one)[0]!.value)).toEqual(['name', 'Mara', 0])
  })

  it('lead into a cell that holds JSON', () => {
    expect(selectValues({ value: { marks: '[{"x": 7}]' }, place: '', met: [] }, 'marks[].x')[0]!.value).toBe(
      7,
    )
  })

  it('are written as they are read, whatever the keys', () => {
    const step: fc.Arbitrary<Step> = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.nat(99),
      fc.constantFrom<Step>({ every: 'item' }, { every: 'value' }),
    )
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), (steps) => {
        expect(parsePath(writePath(steps))).toEqual(steps)
      }),
    )
  })
})

describe('records by a mapping', () => {
  it('are found in a document, and refused with the place that is wrong', async () => {
    const content = readFileSync(new URL('fixtures/harbour-nested.json', import.meta.url), 'utf8')
    const marks = { list: 'marks[]', label: 'kind', start: 'pos[0]', end: 'pos[1]', text: 'surface' }
    const readings = await read(content, {
      taskForm: 'ner',
      text: 'body.raw',
      spans: marks,
      offsets: 'utf-16',
    })
    const golds = readings.flatMap(({ instances }) => instances.map(({ gold }) => gold))
    expect(golds).toEqual([
      {
        spans: [
          { start: 4, end: 14, label: 'vessel' },
          { start: 20, end: 26, label: 'place' },
        ],
      },
      {
        spans: [
          { start: 2, end: 12, label: 'person' },
          { start: 28, end: 38, label: 'vessel' },
        ],
      },
    ])
    const [refused] = readings.at(-1)!.issues
    expect(refused).toMatchObject({ code: 'span-out-of-range', severity: 'error' })
    expect(refused!.message).toMatch(/^marks\[0\]: it ends at 40, and the text has 12 characters\./)
  })

  it('name labels by the keys of nested objects, with ends that count the last character', async () => {
    const record = {
      text: '玛拉住在奥斯特里',
      label: { person: { 玛拉: [[0, 1]] }, place: { 奥斯特里: [[4, 7]] } },
    }
    const spans = { list: 'label.*.*[]', label: '@1', text: '@2', start: '[0]', end: '[1]' }
    const { golds } = await goldsOf(record, { taskForm: 'ner', text: 'text', spans, inclusive: true })
    expect(golds).toEqual([
      {
        spans: [
          { start: 0, end: 2, label: 'person' },
          { start: 4, end: 8, label: 'place' },
        ],
      },
    ])
  })

  it('count tokens, and join them to a text where there is none', async () => {
    const record = { words: ['Mara', 'Quill', 'sailed', '.'], found: [{ from: 0, to: 2, as: 'person' }] }
    const spans = { list: 'found[]', label: 'as', start: 'from', end: 'to' }
    const mapping = { taskForm: 'ner', tokens: 'words', spans, offsets: 'token' }
    expect((await goldsOf(record, mapping)).golds).toEqual([
      { spans: [{ start: 0, end: 10, label: 'person' }] },
    ])
  })

  it('connect spans by their ids, by their places, or entities by their words alone', async () => {
    const text = 'Mara Quill steers the Grey Heron'
    const ents = [
      { key: 'T1', s: 0, e: 10, t: 'person' },
      { key: 'T2', s: 22, e: 32, t: 'vessel' },
    ]
    const entities = [
      { start: 0, end: 10, label: 'person' },
      { start: 22, end: 32, label: 'vessel' },
    ]
    const spans = { list: 'ents[]', label: 't', start: 's', end: 'e' }
    const relations = { list: 'rels[]', type: 'r', head: 'a', tail: 'b' }
    const expected = { entities, relations: [{ type: 'steers', head: 0, tail: 1 }] }
    const byId = { text, ents, rels: [{ r: 'steers', a: 'T1', b: 'T2' }] }
    const mapping = { taskForm: 're', text: 'text', relations }
    const ids = { ...mapping, spans: { ...spans, id: 'key' } }
    expect((await goldsOf(byId, ids)).golds).toEqual([expected])
    const byPlace = { text, ents, rels: [{ r: 'steers', a: 0, b: 1 }] }
    expect((await goldsOf(byPlace, { ...mapping, spans })).golds).toEqual([expected])
    const byWords = { text, rels: [{ r: 'steers', a: 'Mara Quill', b: 'Grey Heron' }] }
    const bare = entities.map((one) => ({ ...one, label: '' }))
    expect((await goldsOf(byWords, mapping)).golds).toEqual([{ ...expected, entities: bare }])
    const dangling = { text, ents, rels: [{ r: 'steers', a: 'T1', b: 'T9' }] }
    expect((await goldsOf(dangling, ids)).issues).toEqual(['relation-dangling'])
  })

  it('hold events with their arguments', async () => {
    const text = 'Mara left Ostrey'
    const record = {
      text,
      ev: [{ type: 'leave', trigger: 'left', args: [{ role: 'from', words: ['Ostrey'] }] }],
    }
    const events = {
      ...{ list: 'ev[]', type: 'type', trigger: 'trigger' },
      ...{ arguments: 'args[]', role: 'role', argument: 'words[]' },
    }
    const { golds } = await goldsOf(record, { taskForm: 'ee', text: 'text', events })
    const trigger = { start: 5, end: 9 }
    const from = { role: 'from', start: 10, end: 16 }
    expect(golds).toEqual([{ events: [{ type: 'leave', trigger, arguments: [from] }] }])
  })

  it('hold several questions each, with options by letter and answers that are not there', async () => {
    const record = {
      story: 'Mara left Ostrey',
      qs: [
        { q: 'Who left?', a: ['Mara'] },
        { q: 'Why?', a: [] },
      ],
    }
    const questions = { list: 'qs[]', question: 'q', answers: 'a' }
    expect((await goldsOf(record, { taskForm: 'mrc', text: 'story', questions })).golds).toEqual([
      { question: 'Who left?', answers: [{ text: 'Mara', start: 0 }], answerable: true },
      { question: 'Why?', answers: [], answerable: false },
    ])
    const choice = { story: 'Mara left Ostrey', q: 'What?', o: ['came', 'left'], right: 'B' }
    const asked = { question: 'q', options: 'o', correct: 'right' }
    expect((await goldsOf(choice, { taskForm: 'mrc', text: 'story', questions: asked })).golds).toEqual([
      { question: 'What?', answers: [{ text: 'left' }], answerable: true, options: ['came', 'left'] },
    ])
  })

  it('have classes as a word, a list, a string with separators, or a table of yes and no', async () => {
    const tc = (labels: unknown, more = {}) =>
      goldsOf({ t: 'Fine weather', labels }, { taskForm: 'tc', text: 't', labels: 'labels', ...more })
    expect((await tc('good')).golds).toEqual([{ labels: ['good'], multi: false }])
    expect((await tc(['b', 'a'])).golds).toEqual([{ labels: ['a', 'b'], multi: true }])
    expect((await tc('b; a', { separator: ';' })).golds).toEqual([{ labels: ['a', 'b'], multi: true }])
    expect((await tc({ a: 1, b: 0, c: true })).golds).toEqual([{ labels: ['a', 'c'], multi: true }])
    expect((await tc(undefined)).issues).toContain('gold-missing')
  })

  it('are conversations, in a list or as an instruction with its output', async () => {
    const turns = [
      { from: 'user', text: 'Hello' },
      { from: 'assistant', text: 'Good day' },
    ]
    const listed = {
      log: [
        { who: 'human', says: 'Hello' },
        { who: 'bot', says: 'Good day' },
      ],
    }
    const told = { list: 'log', from: 'who', text: 'says' }
    expect((await goldsOf(listed, { taskForm: 'general', turns: told })).golds).toEqual([{ turns }])
    const single = { ask: 'Hello', reply: 'Good day' }
    const mapping = { taskForm: 'general', instruction: 'ask', output: 'reply' }
    expect((await goldsOf(single, mapping)).golds).toEqual([{ turns }])
  })

  it('are open tuples', async () => {
    const record = { s: 'Mara left Ostrey', t: [{ arg1: 'Mara', rel: 'left', arg2: 'Ostrey' }] }
    const tuples = { list: 't[]', predicate: 'rel', subject: 'arg1', object: 'arg2' }
    const { golds } = await goldsOf(record, { taskForm: 'openie', text: 's', tuples })
    const others = [
      { text: 'Mara', start: 0, end: 4 },
      { text: 'Ostrey', start: 10, end: 16 },
    ]
    expect(golds).toEqual([
      { tuples: [{ predicate: { text: 'left', start: 5, end: 9 }, arguments: others }] },
    ])
  })

  it('are the rows of a table', async () => {
    const table = { delimiter: ';', quote: '"', header: true }
    const content = 'No;Was;Art\n1;"Fein; sehr";gut\n2;Schlecht;\n'
    const readings = await read(content, { taskForm: 'tc', text: 'Was', labels: 'Art' }, { table })
    expect(readings[0]).toMatchObject({
      line: 2,
      instances: [{ text: 'Fein; sehr', labels: ['gut'], meta: { No: '1' } }],
    })
    expect(readings[1]!.issues).toMatchObject([{ line: 3, severity: 'error' }])
  })

  it('are not read before the mapping says what is needed', async () => {
    const mapping = mappingSchema.parse({ taskForm: 'ner', text: 'text', spans: { start: 's' } })
    expect(missingFields(mapping, 'ner')).toEqual([['spans.label'], ['spans.end']])
    await expect(read(lines({ text: 'a' }), mapping)).rejects.toMatchObject({
      details: { reason: 'mapping-incomplete' },
    })
  })
})

describe('a mapping that is suggested', () => {
  it.each<[string, unknown, Partial<Mapping>]>([
    [
      'spans',
      { sentence: 'Mara sailed', ents: [{ start: 0, end: 4, type: 'person' }] },
      {
        taskForm: 'ner',
        text: 'sentence',
        spans: { list: 'ents[]', label: 'type', start: 'start', end: 'end' },
      },
    ],
    [
      'relations',
      { text: 'Mara sailed', triples: [{ subject: 'Mara', predicate: 'did', object: 'sailed' }] },
      {
        taskForm: 're',
        relations: { list: 'triples[]', type: 'predicate', head: 'subject', tail: 'object' },
      },
    ],
    [
      'classes',
      { review: 'Fine weather', sentiment: 'good' },
      { taskForm: 'tc', text: 'review', labels: 'sentiment' },
    ],
    [
      'questions',
      { context: 'Mara sailed', question: 'Who?', answers: ['Mara'] },
      { taskForm: 'mrc', text: 'context', questions: { question: 'question', answers: 'answers[]' } },
    ],
    [
      'conversations',
      { messages: [{ role: 'user', content: 'Hi' }] },
      { taskForm: 'general', turns: { list: 'messages[]' } },
    ],
  ])('knows %s by their names', (_what, record, expected) => {
    expect(suggestMapping([record])).toMatchObject(expected)
  })
})

describe('recognising what can be mapped', () => {
  const recognise = (...records: unknown[]) => {
    const content = lines(...records)
    const sample = {
      ...{ fileName: '', text: content, lines: content.split('\n'), isWhole: true },
      ...{ bytes: Buffer.from(content), entries: [] },
    }
    return recogniseFile(sample)
  }
  const first = async (record: unknown) => {
    const records = [record, record]
    const { taskForms, certainty, options } = recognise(...records)!
    expect(certainty).toBeGreaterThan(0.5)
    const reading = { taskForm: taskForms[0]!, options: optionsSchema.parse(options) }
    const read = await collect(readInstances(sourceOf(lines(...records)), FILE_START, reading))
    expect(read.flatMap(({ issues }) => issues)).toEqual([])
    return read[0]!.instances[0]!
  }
  const mara = { start: 0, end: 2, label: 'person' }
  const harbour = { start: 5, end: 7, label: 'place' }

  it.each([
    [
      'labels with mentions with places, the last character named',
      { text: '李伟住在海港', label: { person: { 李伟: [[0, 1]] }, place: { 海港: [[4, 5]] } } },
    ],
    [
      'marks with the last character named',
      {
        text: '李伟住在海港',
        entities: [
          { start_idx: 0, end_idx: 1, type: 'person', entity: '李伟' },
          { start_idx: 4, end_idx: 5, type: 'place', entity: '海港' },
        ],
      },
    ],
    [
      'marks with the character after the last',
      {
        text: '李伟住在海港',
        entities: [
          { start_idx: 0, end_idx: 2, type: 'person', entity: '李伟' },
          { start_idx: 4, end_idx: 6, type: 'place', entity: '海港' },
        ],
      },
    ],
  ])('reads %s', async (_, record) => {
    const { gold } = await first(record)
    expect(gold).toEqual({ spans: [mara, { ...harbour, start: 4, end: 6 }] })
  })

  it.each([
    ['triples as lists', { text: 'Mara steers Petrel.', triple_list: [['Mara', 'steers', 'Petrel']] }],
    [
      'triples with an object in parts',
      {
        text: 'Mara steers Petrel.',
        spo_list: [{ subject: 'Mara', predicate: 'steers', object: { '@value': 'Petrel' } }],
      },
    ],
    [
      'triples by other names',
      {
        sentText: 'Mara steers Petrel.',
        relationMentions: [{ em1Text: 'Mara', label: 'steers', em2Text: 'Petrel' }],
      },
    ],
    [
      'tokens with the places of both ends',
      {
        token: ['Mara', 'steers', 'Petrel', '.'],
        relation: 'steers',
        subj_start: 0,
        subj_end: 0,
        obj_start: 2,
        obj_end: 2,
      },
    ],
    [
      'tokens with entities that a relation numbers',
      {
        tokens: ['Mara', 'steers', 'Petrel', '.'],
        entities: [
          { type: 'x', start: 0, end: 1 },
          { type: 'x', start: 2, end: 3 },
        ],
        relations: [{ type: 'steers', head: 0, tail: 1 }],
        orig_id: '7',
      },
    ],
  ])('reads %s', async (_, record) => {
    const { gold, labels } = await first(record)
    const { entities } = gold as { entities: { start: number; end: number }[] }
    expect(labels).toEqual(['steers'])
    expect(entities.map(({ start, end }) => [start, end])).toEqual([
      [0, 4],
      [12, 18],
    ])
  })

  it('says what a relation has no place for, and keeps it', async () => {
    const played = { '@value': 'Mara', inWork: 'Petrel' }
    const record = {
      text: 'Mara plays in Petrel.',
      spo_list: [{ subject: 'Petrel', predicate: 'role', object: played }],
    }
    const { options, taskForms } = recognise(record, record)!
    const reading = { taskForm: taskForms[0]!, options: optionsSchema.parse(options) }
    const [read] = await collect(readInstances(sourceOf(lines(record)), FILE_START, reading))
    expect(read!.issues.map(({ code }) => code)).toEqual(['kept-beside'])
    expect(read!.instances[0]).toMatchObject({ labels: ['role'], meta: { spo_list: record.spo_list } })
  })

  it('reads events with places, questions with places, and turns without speakers', async () => {
    const event = {
      event_type: 'sail',
      trigger: '起航',
      trigger_start_index: 2,
      arguments: [{ role: 'who', argument: '李伟', argument_start_index: 0 }],
    }
    expect((await first({ text: '李伟起航', event_list: [event] })).gold).toEqual({
      events: [
        { type: 'sail', trigger: { start: 2, end: 4 }, arguments: [{ role: 'who', start: 0, end: 2 }] },
      ],
    })
    const asked = { q: 'Who?', consensus: { s: 0, e: 4 } }
    expect((await first({ text: 'Mara sailed.', questions: [asked] })).gold).toMatchObject({
      question: 'Who?',
      answers: [{ text: 'Mara', start: 0 }],
    })
    expect((await first({ id: '1', data: ['Hi', 'Hello', 'Bye', 'Bye'] })).gold).toMatchObject({
      turns: [{ from: 'user', text: 'Hi' }, { from: 'assistant' }, { from: 'user' }, { from: 'assistant' }],
    })
  })

  it('leaves to people what only might be read: a text with a class, and a text that is not called one', () => {
    expect(recognise({ words: 'Fine', mood: 'good', type: 'x' })?.certainty).toBe(0)
    const spans = [{ start: 0, end: 4, label: 'person' }]
    expect(recognise({ zone: 'Mara sailed.', spans })?.certainty).toBe(0)
  })
})
