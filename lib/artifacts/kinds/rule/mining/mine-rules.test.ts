import { describe, expect, test } from 'vitest'
import { type RuleEvidence, ruleEvidenceSchema } from '@/lib/artifacts/kinds/rule/evidence'
import { draftContent } from '@/lib/artifacts/kinds/rule/mining/draft-content'
import { measureRules, mineRules } from '@/lib/artifacts/kinds/rule/mining/mine-rules'
import type { ImportFormat } from '@/lib/corpora/model'
import type { AppliedRule } from '@/lib/rules/apply-rule'
import type { TransformName } from '@/lib/rules/model'
import type { TaskForm } from '@/lib/tasks/model'
import { canonicalNerGold } from '@/lib/tasks/ner/gold'
import { fromMarked } from '@/prisma/factories/corpora'
import { readShared } from '@/prisma/factories/shared-corpora'

type Instance = { ordinal: number; text: string; gold: unknown }

const corpusOf = (instances: readonly Instance[], taskForm: TaskForm, language = 'en') => ({
  id: crypto.randomUUID(),
  name: 'test',
  language,
  taskForm,
  instanceCount: instances.length,
})

/** The instances in pages of uneven size, as often as asked for. */
const pagesOf = (instances: readonly Instance[]) =>
  async function* () {
    yield instances.slice(0, 3)
    yield instances.slice(3)
  }

async function mine(instances: readonly Instance[], taskForm: TaskForm, language = 'en') {
  const mined = await mineRules(corpusOf(instances, taskForm, language), { pages: pagesOf(instances) })
  return (name: TransformName, parameters: Record<string, unknown> = {}) =>
    mined.find(
      ({ rule }) =>
        rule.transform.name === name &&
        Object.entries(parameters).every(([key, value]) => rule.transform.parameters[key] === value),
    )
}

const marked = (sentences: readonly string[]): Instance[] =>
  sentences.map((sentence, at) => {
    const { text, spans } = fromMarked(sentence)
    return { ordinal: at + 1, text, gold: canonicalNerGold(spans) }
  })

const harbour = marked([
  'The [Greens|party] met Captain [Ann Moor|person] in [Wick|place] .',
  'Nobody in [Wick|place] saw the [Labour Party|party] .',
  'Captain [Moor|person] asked the [Greens|party] and the [Greens|party] .',
  'It was an [Ostrey Party|party] that met Captain [Bo Vane|person] .',
  'In [Ostrey|place] the [crew|person] met [The Harbour Party|party] .',
  'A Captain [Ida|person] left [Wick|place] for [Wick|place] .',
  'Captain [Ole|person] left .',
])

const crossings = marked([
  ...Array.from({ length: 6 }, (_, at) => `Then [Vane|${at % 2 ? 'sailor' : 'person'}] left [Wick|place] .`),
  ...Array.from({ length: 5 }, () => 'And [Moor|sailor] left .'),
  ...Array.from({ length: 20 }, () => 'And [Ole|person] left .'),
])
const both = crossings.map(({ ordinal, text, gold }) => {
  const { spans } = gold as { spans: { start: number; end: number; label: string }[] }
  const twice = spans.flatMap((span) =>
    ordinal > 9 && span.label === 'sailor' ? [span, { ...span, label: 'person' }] : [span],
  )
  return { ordinal, text, gold: canonicalNerGold(twice) }
})

describe('labels that annotators confuse', () => {
  test('are proposed to be one, under the name of the commoner, with what speaks for it', async () => {
    const { rule, evidence } = (await mine(both, 'ner'))('merge-labels')!
    expect(rule).toEqual({
      scope: { labels: ['person', 'sailor'] },
      transform: { name: 'merge-labels', parameters: { labels: ['sailor'], into: 'person' } },
    })
    expect(evidence.confusion).toEqual({
      labels: ['sailor', 'person'],
      twice: 2,
      wordings: 2,
      mentions: 13,
      examples: [
        { words: 'vane', counts: [3, 3] },
        { words: 'moor', counts: [5, 2] },
      ],
    })
    expect(evidence.figures.touched).toBe(8)
    expectSound(evidence)
    expect(ruleEvidenceSchema.parse(evidence)).toEqual(evidence)
  })

  test('are none where hardly any of their mentions could be either', async () => {
    const apart = [
      ...crossings.slice(0, 2),
      ...marked(Array.from({ length: 60 }, (_, at) => `Then [Ann ${at}|sailor] met [Bo ${at}|person] .`)),
    ].map((one, at) => ({ ...one, ordinal: at + 1 }))
    expect((await mine(apart, 'ner'))('merge-labels')).toBeUndefined()
  })

  test('are relations of the same words and events of the same trigger, too', async () => {
    const text = 'Vane left Wick .'
    const relation = (ordinal: number) => ({
      ordinal,
      text,
      gold: {
        entities: [
          { start: 0, end: 4, label: 'person' },
          { start: 10, end: 14, label: 'place' },
        ],
        relations: [{ type: ordinal % 2 ? 'left' : 'departed', head: 0, tail: 1 }],
      },
    })
    const event = (ordinal: number) => ({
      ordinal,
      text,
      gold: {
        events: [{ type: ordinal % 2 ? 'leave' : 'depart', trigger: { start: 5, end: 9 }, arguments: [] }],
      },
    })
    const ordinals = Array.from({ length: 12 }, (_, at) => at + 1)
    const relations = (await mine(ordinals.map(relation), 're'))('merge-labels')!
    expect(relations.evidence.confusion).toMatchObject({
      twice: 0,
      examples: [{ words: 'vane → wick', counts: [6, 6] }],
    })
    const events = (await mine(ordinals.map(event), 'ee'))('merge-labels')!
    expect(events.evidence.confusion!.examples).toEqual([{ words: 'left', counts: [6, 6] }])
  })
})

describe('rules that the gold suggests', () => {
  test('have the words that were seen, and their numbers', async () => {
    const found = await mine(harbour, 'ner')
    const determiner = found('leading-determiner', { mode: 'include' })!
    expect(determiner.rule).toEqual({
      scope: { labels: [] },
      transform: { name: 'leading-determiner', parameters: { mode: 'include', words: ['the', 'an'] } },
    })
    expect(determiner.evidence.figures).toEqual({
      instances: 7,
      answers: 17,
      concerned: 5,
      touched: 5,
      changed: 6,
    })
    expect(determiner.evidence.labels).toEqual([
      { label: 'party', answers: 6, changed: 5 },
      { label: 'person', answers: 6, changed: 1 },
      { label: 'place', answers: 5, changed: 0 },
    ])
  })

  test('are about the labels at home with them alone', async () => {
    const title = (await mine(harbour, 'ner'))('leading-title', { mode: 'include' })!
    expect(title.rule.scope).toEqual({ labels: ['person'] })
    expect(title.rule.transform.parameters.words).toEqual(['Captain'])
    expect(title.evidence.figures).toMatchObject({ touched: 5, changed: 5 })
  })

  test('show what goes and what comes, by place, and which instances stay', async () => {
    const { evidence } = (await mine(harbour, 'ner'))('leading-determiner', { mode: 'include' })!
    const first = evidence.sample.find(({ ordinal }) => ordinal === 1)!
    expect(first.changes).toEqual([
      {
        label: 'party',
        before: [{ item: 'Greens', place: [{ start: 4, end: 10 }] }],
        after: [{ item: 'The Greens', place: [{ start: 0, end: 10 }] }],
      },
    ])
    expect(evidence.sample).toHaveLength(5)
    expect(evidence.hardest[0]!.ordinal).toBe(3)
    expect(ruleEvidenceSchema.parse(evidence)).toEqual(evidence)
  })

  test('are left out where they would change next to nothing', async () => {
    const found = await mine(harbour, 'ner')
    for (const name of ['leading-unit', 'drop-pronouns', 'drop-generic', 'outermost-span'] as const)
      expect(found(name)).toBeUndefined()
    expect(found('leading-determiner', { mode: 'drop' })).toBeUndefined()
  })

  test('are the same, sample and all, whenever they are mined, and have keys that tell them apart', async () => {
    const corpus = corpusOf(harbour, 'ner')
    const [one, other] = [
      await mineRules(corpus, { pages: pagesOf(harbour) }),
      await mineRules(corpus, { pages: pagesOf(harbour) }),
    ]
    expect(one).toEqual(other)
    const keys = one.map(({ rule }) => draftContent(rule, 'ner').key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys[0]).toMatch(/^leading-determiner-include-all-[0-9a-f]{8}$/)
  })

  test('say in both languages what they do, in the words of the task form', () => {
    const rule: AppliedRule = {
      scope: { labels: ['a mention'] },
      transform: { name: 'leading-determiner', parameters: { mode: 'drop', words: ['the'] } },
    }
    const { content } = draftContent(rule, 'openie')
    expect(content.statement).toEqual({
      en: 'For “a mention”: An argument never begins with a determiner (“the”): start at the word after it.',
      zh: '对于“a mention”：论元不以限定词（“the”）开头，请从其后的词开始。',
    })
    expect(content.paraphrases.en).toHaveLength(2)
  })
})

const include = (words: string[]): AppliedRule => ({
  scope: { labels: [] },
  transform: { name: 'leading-determiner', parameters: { mode: 'include', words } },
})

/** What may be said of any evidence: numbers that agree with each other, and a sample of what is touched. */
function expectSound({ figures, sample, hardest, labels }: RuleEvidence) {
  expect(figures.touched).toBeLessThanOrEqual(figures.concerned)
  expect(figures.concerned).toBeLessThanOrEqual(figures.instances)
  expect(sample).toHaveLength(Math.min(20, figures.touched))
  expect(hardest).toHaveLength(Math.min(20, figures.touched))
  for (const { changes } of [...sample, ...hardest]) expect(changes.length).toBeGreaterThan(0)
  expect(labels.reduce((sum, { changed }) => sum + changed, 0)).toBeGreaterThan(0)
}

const read = (file: string, format: ImportFormat, taskForm: TaskForm) =>
  readShared(file, { format, taskForm })

describe('real corpora', { timeout: 120_000 }, async () => {
  const politics = await read('ner/crossner-politics-dev.txt', 'conll', 'ner')

  test.skipIf(!politics)(
    'CrossNER politics: 1,150 mentions after “the”, 26 that begin with an article',
    async () => {
      const corpus = corpusOf(politics!, 'ner')
      const [the] = await measureRules(corpus, [include(['the'])], { pages: pagesOf(politics!) })
      expect(the!.figures).toMatchObject({ instances: 541, answers: 3482, changed: 1150 })
      const found = await mine(politics!, 'ner')
      expect(found('leading-determiner', { mode: 'include' })!.evidence.figures.changed).toBe(1199)
      expect(found('leading-determiner', { mode: 'drop' })!.evidence.figures.changed).toBe(26)
      expect(found('leading-title', { mode: 'include' })!.rule.scope.labels).toEqual(['person', 'politician'])
      for (const name of ['enclosing-marks', 'drop-generic', 'first-mention'] as const)
        expectSound(found(name)!.evidence)
    },
  )

  const phee = await read('ee/phee-dev.jsonl', 'phee', 'ee')

  test.skipIf(!phee)('PHEE: events that are only supposed, or denied', async () => {
    const found = await mine(phee!, 'ee')
    const [speculated] = await measureRules(
      corpusOf(phee!, 'ee'),
      [
        {
          scope: { labels: [] },
          transform: {
            name: 'drop-hedged',
            parameters: { kinds: ['speculated'], attributes: ['Speculated'], values: ['true'] },
          },
        },
      ],
      { pages: pagesOf(phee!) },
    )
    expect(found('drop-hedged')!.evidence).toEqual({ ...speculated, corpus: expect.anything() })
    expect(speculated!.figures).toMatchObject({ instances: 961, touched: 143 })
    expectSound(speculated!)
  })

  test.skipIf(!phee)('every task form gets rules whose numbers agree', async () => {
    const corpora: [string, ImportFormat, TaskForm, string, TransformName][] = [
      ['re/fewrel-pubmed.json', 'fewrel', 're', 'en', 'leading-determiner'],
      ['openie/carb-dev.tsv', 'carb', 'openie', 'en', 'first-arguments'],
      ['mrc/xquad-en.json', 'squad', 'mrc', 'en', 'full-sentence'],
      ['mrc/cmrc2018-trial-zh.json', 'squad', 'mrc', 'zh', 'full-sentence'],
      ['tc/nlupp-banking-fold0.json', 'nlu', 'tc', 'en', 'at-most-labels'],
    ]
    for (const [file, format, taskForm, language, name] of corpora) {
      const mined = (await mine((await read(file, format, taskForm))!, taskForm, language))(name)
      expect(mined, `${file}: ${name}`).toBeDefined()
      expectSound(mined!.evidence)
    }
  })
})
