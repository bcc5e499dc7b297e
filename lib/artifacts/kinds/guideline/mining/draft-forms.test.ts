import { describe, expect, test } from 'vitest'
import { type GuidelineContent, guidelineContentSchema } from '@/lib/artifacts/kinds/guideline/content'
import { guidelineEvidenceSchema, liveClaims } from '@/lib/artifacts/kinds/guideline/evidence'
import { draftContent } from '@/lib/artifacts/kinds/guideline/mining/draft-content'
import { mineEvidence } from '@/lib/artifacts/kinds/guideline/mining/mine-evidence'
import { goldInstance } from '@/lib/artifacts/kinds/guideline/mining/read-gold'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import { codePointLength, sliceCodePoints, type TaskForm } from '@/lib/tasks/model'
import { readShared } from '@/prisma/factories/shared-corpora'

type Row = { text: string; gold: unknown }

/** Drafts of all labels that have items, by label. */
async function draftAll(taskForm: TaskForm, rows: readonly Row[], language = 'en') {
  const form = findTaskForm(taskForm)
  const gold = rows.map((row, at) =>
    goldInstance({ ordinal: at + 1, text: row.text, gold: form.canonical(form.gold.parse(row.gold)) }),
  )
  const labels = [...new Set(gold.flatMap((row) => form.labelsIn(row.gold)))].sort()
  const corpus = { id: crypto.randomUUID(), name: 'test', taskForm, language, instanceCount: rows.length }
  const mined = await mineEvidence(corpus, {
    labels,
    pages: async function* () {
      yield gold
    },
  })
  return new Map(labels.map((label) => [label, draftContent(mined(label)!)]))
}

const rulesOf = ({ definition, includes, excludes }: GuidelineContent) => [
  definition,
  ...includes,
  ...excludes,
]
const withoutQuotes = (line: string) => line.replace(/“[^“”]*”/g, '')

function placeOf(text: string, words: string) {
  const start = codePointLength(text.slice(0, text.indexOf(words)))
  return { start, end: start + codePointLength(words) }
}

/** A text with typed entities, in order, and relations between them by their places in that list. */
function related(
  text: string,
  entities: [words: string, label: string][],
  relations: [string, number, number][],
) {
  return {
    text,
    gold: {
      entities: entities.map(([words, label]) => ({ ...placeOf(text, words), label })),
      relations: relations.map(([type, head, tail]) => ({ type, head, tail })),
    },
  }
}

type Told = { type: string; trigger?: string; roles: [role: string, words: string][] }
function told(text: string, events: Told[]) {
  return {
    text,
    gold: {
      events: events.map(({ type, trigger, roles }) => ({
        type,
        trigger: trigger ? placeOf(text, trigger) : null,
        arguments: roles.map(([role, words]) => ({ ...placeOf(text, words), role })),
      })),
    },
  }
}

const classed = (text: string, ...labels: string[]) => ({ text, gold: { labels, multi: labels.length > 1 } })

describe('relations', async () => {
  const people: [string, string, string][] = [
    ['Ann', 'Wick', 'Ostrey'],
    ['Bea', 'Moor', 'Wickholm'],
    ['Cyr', 'Fell', 'Aune'],
    ['Dot', 'Hale', 'Brink'],
    ['Eli', 'Tarn', 'Sund'],
    ['Flo', 'Garth', 'Holm'],
  ]
  const drafts = await draftAll('re', [
    ...people.map(([name, home, other]) =>
      related(
        `🚢 ${name} was born in ${home} and never saw ${other}.`,
        [
          [name, 'person'],
          [home, 'place'],
          [other, 'place'],
        ],
        [['birthplace', 0, 1]],
      ),
    ),
    related(
      'Ann works in Wick.',
      [
        ['Ann', 'person'],
        ['Wick', 'place'],
      ],
      [
        ['workplace', 0, 1],
        ['birthplace', 0, 1],
      ],
    ),
    related(
      'Bea works in Moor.',
      [
        ['Bea', 'person'],
        ['Moor', 'place'],
      ],
      [
        ['workplace', 0, 1],
        ['birthplace', 0, 1],
      ],
    ),
  ])
  const { content, evidence } = drafts.get('birthplace')!

  test('are described by their ends, their types, their order and the words between', () => {
    expect(content.definition).toContain('from “Ann” to “Wick”')
    expect(content.definition).toContain('The head is mostly “person”, the tail mostly “place”.')
    expect(content.definition).toContain('In the text the head nearly always comes first.')
    expect(content.includes.join()).toMatch(
      /The two may be joined by no more than “was born in” or “works in”: from “Ann” to “Wick” and from “/,
    )
    expect(evidence.ends.find(({ mention }) => mention === 'Ann')).toMatchObject({ end: 'head', count: 2 })
    expect(evidence.types).toMatchObject([
      { head: 'person', tail: 'place', count: 8, unrelated: { count: 6 } },
    ])
  })

  test('say of pairs without a relation, and of pairs with two', () => {
    expect(content.questions.join()).toContain('8 have this relation and 6 have none')
    const { content: other } = drafts.get('workplace')!
    expect(other.includes.join()).toContain(
      'joined by “birthplace” as well; both are given: from “Ann” to “Wick” and from “Bea” to “Moor”',
    )
  })

  test('are shown with both ends, in code points', () => {
    expect(content.positives[0]).toMatchObject({ ordinal: expect.any(Number), tail: expect.any(Object) })
    expect(evidence.sample[0]).toEqual({ ordinal: 1, start: 2, end: 5, tail: { start: 18, end: 22 } })
    expect(content.negatives[0]).toMatchObject({ note: expect.stringContaining('workplace') })
  })
})

test('attributes of entities are described with the mentions of their type', async () => {
  const row = (name: string, home: string) =>
    related(
      `${name} lives in ${home}.`,
      [
        [name, 'person'],
        [home, 'place'],
      ],
      [['home', 0, 1]],
    )
  const drafts = await draftAll('kg', [
    row('Ann Moor', 'Wick'),
    row('Bea Moor', 'Fell'),
    row('Cyr Moor', 'Aune'),
  ])
  const { content } = drafts.get('person')!
  expect(content.definition).toContain('Nearly every one has “home”.')
  expect(content.includes).toContain('“home” (nearly always there): “Wick”, “Fell” and “Aune”.')
  expect(content.includes).toContain(
    'Mentions whose main word is “Moor”: “Ann Moor”, “Bea Moor” and “Cyr Moor”.',
  )
})

describe('events', async () => {
  const rows = [
    told('The ferry sank off Wick.', [
      {
        type: 'loss',
        trigger: 'sank',
        roles: [
          ['vessel', 'The ferry'],
          ['place', 'Wick'],
        ],
      },
    ]),
    told('The barge sank off Fell, and a tug came from Ostrey.', [
      {
        type: 'loss',
        trigger: 'sank',
        roles: [
          ['vessel', 'The barge'],
          ['place', 'Fell'],
        ],
      },
      {
        type: 'rescue',
        trigger: 'came',
        roles: [
          ['vessel', 'a tug'],
          ['place', 'Ostrey'],
        ],
      },
    ]),
    told('A yacht came to grief; then the tug sank as well.', [
      { type: 'loss', trigger: 'came to grief', roles: [['vessel', 'A yacht']] },
      { type: 'loss', trigger: 'sank', roles: [['vessel', 'the tug']] },
    ]),
  ]

  test('are described by their triggers, and by their roles with what fills them', async () => {
    const { content, evidence } = (await draftAll('ee', rows)).get('loss')!
    expect(content.definition).toContain('words such as “sank” and “came to grief” tell of')
    expect(content.definition).toContain('Nearly every one has “vessel”; most have “place”.')
    expect(content.includes).toContain('“place” (mostly there): “Wick” and “Fell”.')
    expect(content.includes).toContain('A text may tell of more than one; each is an event of its own.')
    expect(evidence.roles).toMatchObject([
      { role: 'vessel', count: 4, several: 0 },
      {
        role: 'place',
        count: 2,
        fillers: [
          { mention: 'Wick', refs: [{ ordinal: 1, tail: { start: 19, end: 23 } }] },
          { mention: 'Fell' },
        ],
      },
    ])
    expect(content.typical).toEqual(['sank', 'came to grief'])
  })

  test('asked for their triggers alone say nothing of roles, and the other way round', async () => {
    const { content: triggers } = (await draftAll('eet', rows)).get('loss')!
    expect(rulesOf(triggers).join()).not.toContain('vessel')
    const { content: roles } = (await draftAll('eea', rows)).get('loss')!
    expect(roles.includes.join()).toContain('“vessel” (nearly always there)')
  })

  test('for which no words are marked are described by their roles', async () => {
    const { content } = (
      await draftAll('ee', [told('A ferry, gone.', [{ type: 'loss', roles: [['vessel', 'A ferry']] }])])
    ).get('loss')!
    expect(content.definition).toMatch(/^“loss” is an event for which no words are marked\./)
    expect(content.positives).toMatchObject([{ start: 0, end: 7 }])
  })
})

describe('classes', async () => {
  const days = ['today', 'on Monday', 'by noon', 'at last']
  const arrival = days.flatMap((day) => [
    `Will my parcel arrive ${day}?`,
    `Does the courier arrive with my parcel ${day}?`,
  ])
  const refund = days.flatMap((day) => [
    `I want a refund ${day}.`,
    `Where is the refund for the ticket, ${day}?`,
  ])
  const strays = ['Did my parcel arrive?', 'My parcel did arrive.']
  const drafts = await draftAll('tc', [
    ...arrival.map((text) => classed(text, 'arrival')),
    ...refund.map((text) => classed(text, 'refund')),
    ...strays.map((text) => classed(text, 'refund')),
  ])
  const { content, evidence } = drafts.get('arrival')!

  test('are described by words that stand out and by whole texts', () => {
    expect(content.definition).toMatch(/^“arrival” is for texts such as “.* parcel arrive today\?”/)
    expect(evidence.words.find(({ word }) => word === 'parcel')).toMatchObject({ count: 8, elsewhere: 2 })
    const { includes } = drafts.get('refund')!.content
    expect(includes[0]).toMatch(/^Texts with “refund”: “I want a refund today.” and “/)
    for (const text of content.typical) expect(arrival).toContain(text)
  })

  test('show texts of others that are taken for theirs, and ask what sets the two apart', () => {
    expect(content.negatives[0]).toMatchObject({ ordinal: 17, start: 0, note: 'here it is “refund”' })
    const { content: other } = drafts.get('refund')!
    expect(other.questions.join()).toContain('What sets it apart from “arrival”?')
    expect(other.excludes.join()).toMatch(/^As a rule “arrival” and not “refund”: texts with “/)
  })

  test('that go together are said to', async () => {
    const both = ['Cancel and refund it.', 'Cancel it and refund me.', 'Refund and cancel, please.']
    const { content: multi } = (
      await draftAll(
        'tc',
        both.map((text) => classed(text, 'cancel', 'refund')),
      )
    ).get('cancel')!
    expect(multi.includes.join()).toContain(
      'May go with “refund”; then both are given: “Cancel and refund it.”',
    )
    expect(multi.questions).toEqual([])
  })

  test('of long or oddly spaced texts are never described by a part of them', async () => {
    const long = `The harbour ${'and the sea '.repeat(40)}.`
    const odd = 'Two  spaces here.'
    const { content: shown } = (await draftAll('tc', [classed(long, 'long'), classed(odd, 'long')])).get(
      'long',
    )!
    expect([...rulesOf(shown), ...shown.typical].join()).not.toMatch(/and the sea and|spaces here/)
  })
})

describe('in Chinese', () => {
  test('relations, events and classes are spoken of in Chinese', async () => {
    const relations = await draftAll(
      're',
      [
        related(
          '阿司匹林治疗头痛。',
          [
            ['阿司匹林', '药物'],
            ['头痛', '症状'],
          ],
          [['治疗', 0, 1]],
        ),
        related(
          '青霉素治疗肺炎。',
          [
            ['青霉素', '药物'],
            ['肺炎', '症状'],
          ],
          [['治疗', 0, 1]],
        ),
      ],
      'zh',
    )
    expect(relations.get('治疗')!.content.definition).toContain(
      '“治疗”是从头实体到尾实体的关系，例如“阿司匹林”到“头痛”',
    )
    const events = await draftAll(
      'ee',
      [told('渡轮昨天沉没。', [{ type: '事故', trigger: '沉没', roles: [['船只', '渡轮']] }])],
      'zh',
    )
    expect(events.get('事故')!.content.definition).toBe(
      '“事故”是由“沉没”这类词语说出的事件。几乎都有“船只”。',
    )
    const classes = await draftAll(
      'tc',
      [
        classed('快递几时到？', '物流'),
        classed('快递走到哪里了？', '物流'),
        classed('我的快递不见了。', '物流'),
        classed('快递还没到。', '物流'),
        classed('我要退款。', '退款'),
        classed('请给我退款。', '退款'),
        classed('退款太慢了。', '退款'),
        classed('退款到哪里？', '退款'),
      ],
      'zh',
    )
    expect(classes.get('物流')!.content.definition).toContain('“物流”用于“快递')
    expect(classes.get('物流')!.content.definition).toContain('突出的词：“快递”')
  })
})

const real = [
  { file: 're/bionlp-prodigy-relations.jsonl', format: 'prodigy', forms: ['re', 'spo', 'kg'] },
  { file: 're/fewrel-pubmed.json', format: 'fewrel', forms: ['re'] },
  { file: 'ee/phee-dev.jsonl', format: 'phee', forms: ['ee', 'eet', 'eea'] },
  { file: 'tc/banking77-test.csv', format: 'csv', forms: ['tc'] },
  { file: 'tc/nlupp-banking-fold0.json', format: 'nlu', forms: ['tc'] },
] as const

describe.each(real)('$file', async ({ file, format, forms }) => {
  const rows = await readShared(file, { format, taskForm: forms[0] })

  test.skipIf(!rows).each(forms)(
    'as %s: every draft can be approved, its examples hold, and no rule has a figure',
    async (form) => {
      const texts = rows!.map(({ text }) => text)
      const drafts = await draftAll(form, rows!)
      expect(drafts.size).toBeGreaterThan(0)
      for (const [label, { content, evidence }] of drafts) {
        expect(guidelineContentSchema.safeParse(content).error).toBeUndefined()
        expect(guidelineEvidenceSchema.parse(evidence)).toMatchObject({ form, label })
        for (const line of rulesOf(content)) expect(withoutQuotes(line)).not.toMatch(/\d|\?/)
        expect(liveClaims(evidence, content).length).toBeGreaterThan(0)
        for (const { ordinal, start, end, tail } of [...content.positives, ...content.negatives])
          for (const place of [{ start, end }, ...(tail ? [tail] : [])])
            expect(sliceCodePoints(texts[ordinal - 1]!, place.start, place.end)).not.toBe('')
      }
    },
  )
})
