import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCarrier } from '@/lib/formats/find-carrier'
import { composeInstruction } from '@/lib/synthesis/compose-instruction'
import { makeDraw } from '@/lib/synthesis/make-draw'
import { planEmptyAnswers } from '@/lib/synthesis/plan-empty-answers'
import { planRecipe } from '@/lib/synthesis/plan-recipe'
import type {
  ComposableInstance,
  Composed,
  PreparedForm,
  PreparedGuideline,
  PreparedRecipe,
  PreparedRelease,
} from '@/lib/synthesis/prepared/model'
import { codePointLength, sliceCodePoints } from '@/lib/tasks/model'
import { canonicalNerGold, type NerGold } from '@/lib/tasks/ner/gold'
import { fromMarked } from '@/prisma/factories/corpora'
import {
  makePreparedGuideline as guideline,
  makePreparedRecipe,
  makePreparedRelease,
  PREPARED_CORPUS,
} from '@/prisma/factories/prepared'
import { makeRecipe } from '@/prisma/factories/synthesis'

const LABELS = ['person', 'place', 'vessel', 'law', 'office', 'organisation', 'date', 'cargo']
const carrier = findCarrier('json-by-label')
const parse = (output: string, labels: readonly string[]) => {
  const schema = labels.map((label) => ({ label, fields: [] }))
  return carrier.parse(output, { schema, text: '' }, carrier.parameters.parse({}))
}

type NerInstance = ComposableInstance & { gold: NerGold }

const instance = (ordinal: number, given: string | ReturnType<typeof fromMarked>): NerInstance => {
  const { text, spans } = typeof given === 'string' ? fromMarked(given) : given
  return {
    id: `instance-${ordinal}`,
    corpusId: PREPARED_CORPUS,
    ordinal,
    text,
    gold: canonicalNerGold(spans),
  }
}

const release = (given: Partial<PreparedForm> & { language?: string } = {}): PreparedRelease =>
  makePreparedRelease({ labels: LABELS, ...given })

const guidedRelease = (...labels: string[]) =>
  release({ guidelines: new Map(labels.map((label) => [label, guideline(label)])) })

/** Guidelines only, each label with its own. */
const recipe = (given: Partial<PreparedRecipe> = {}): PreparedRecipe => {
  const made = makePreparedRecipe({ strategies: { guideline: 1, rule: 0, format: 0 }, ...given })
  return { ...made, guidelineOptions: { ...made.guidelineOptions, dropout: 0, ...given.guidelineOptions } }
}

const compose = (
  one: ComposableInstance,
  given: { release?: PreparedRelease; recipe?: PreparedRecipe; copy?: number } = {},
): Composed => {
  const { copy = 0, recipe: by = recipe(), release: from = release() } = given
  return composeInstruction(one, from, by, makeDraw({ seed: by.seed, instanceId: one.id, copy }))
}

const made = (composed: Composed) => {
  if (!composed.made) throw new Error(`refused: ${composed.reason}`)
  return composed.instruction
}

const PLAIN = 'The [Grey Petrel|vessel] left [Ostrey|place] under [Ana Lund|person].'
const many = (count: number, text = PLAIN) => Array.from({ length: count }, (_, at) => instance(at + 1, text))

describe('an instruction', () => {
  it('is the same whenever and however often it is composed', () => {
    const all = many(50)
    const once = all.map((one) => compose(one))
    expect(
      all
        .toReversed()
        .map((one) => compose(one))
        .toReversed(),
    ).toEqual(once)
    expect(new Set(once.map((one) => made(one).id)).size).toBe(50)
  })

  it('leaves what it was given as it was', () => {
    const given = { release: release(), recipe: recipe() }
    const one = instance(1, PLAIN)
    const before = structuredClone({ given, one })
    compose(one, given)
    expect({ given, one }).toEqual(before)
  })

  it('asks for about as many labels as the recipe says, and over its copies for all of the gold, and answers just those', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant(0), fc.nat()), fc.integer({ min: 1, max: 12 }), (copy, splitNum) => {
        const told = [0, 1, 2].flatMap((next) => {
          const composed = compose(instance(1, PLAIN), { copy: copy + next, recipe: recipe({ splitNum }) })
          const { output, provenance } = made(composed)
          const asked = parse(output, provenance.labels).map(({ label }) => label)
          expect(asked).toEqual(provenance.labels)
          expect(new Set(asked).size).toBe(asked.length)
          expect(asked.length).toBeLessThan(1.5 * splitNum + 1)
          const own = asked.filter((label) => ['vessel', 'place', 'person'].includes(label))
          expect(own).not.toHaveLength(0)
          return own
        })
        if (copy === 0) expect([...new Set(told)].sort()).toEqual(['person', 'place', 'vessel'])
      }),
    )
  })

  it('asks for labels that are taken for those of the gold rather than for others', () => {
    const from = release({ confusions: new Map([['vessel', ['cargo', 'law']]]) })
    const asked = many(40, 'The [Petrel|vessel] left.').map(
      (one) =>
        made(compose(one, { release: from, recipe: recipe({ splitNum: 3, others: 1 }) })).provenance.labels,
    )
    expect(asked.every((labels) => labels.includes('cargo') || labels.includes('law'))).toBe(true)
  })

  it('shuffles its labels', () => {
    const first = new Set(many(60).map((one) => made(compose(one)).provenance.labels[0]))
    expect(first.size).toBeGreaterThan(5)
  })

  it('asks, when it is compound, only for labels whose guideline it shows, and answers just those', () => {
    const from = guidedRelease('vessel', 'person', 'cargo')
    for (const one of many(40)) {
      const composed = compose(one, { release: from, recipe: recipe({ compoundShare: 1 }) })
      const { instruction, output, provenance } = made(composed)
      expect(provenance.strategy).toBe('compound')
      expect([...provenance.labels].sort()).toEqual(['cargo', 'person', 'vessel'])
      expect(
        Object.fromEntries(parse(output, provenance.labels).map(({ label, items }) => [label, items])),
      ).toEqual({
        vessel: ['Grey Petrel'],
        person: ['Ana Lund'],
        cargo: [],
      })
      expect(LABELS.filter((label) => instruction.includes(`Definition of ${label}.`)).sort()).toEqual(
        [...provenance.labels].sort(),
      )
      expect(provenance.versions.map(({ versionId }) => versionId).sort()).toEqual(
        provenance.labels.map((label) => `v-${label}`).sort(),
      )
      expect(instruction).not.toMatch(/place/)
    }
  })

  it('is basic, over all labels, where no label of its gold has a guideline', () => {
    for (const from of [guidedRelease(), guidedRelease('law', 'date')]) {
      const composed = compose(instance(1, PLAIN), { release: from, recipe: recipe({ compoundShare: 1 }) })
      expect(composed).toMatchObject({ made: true, isHeldBack: true, empty: false })
      const { instruction, provenance } = made(composed)
      expect(provenance).toMatchObject({ strategy: 'basic', versions: [] })
      expect([...provenance.labels].sort()).toEqual([...LABELS].sort())
      expect(instruction).not.toContain('guideline')
    }
  })

  it('with an empty answer is compound over guided labels that the text lacks', () => {
    const by = recipe({ compoundShare: 1, empty: { keep: 1, make: 1 } })
    const nothing = { ...instance(2, PLAIN), text: 'Nothing here.', gold: { spans: [] } }
    for (const one of [instance(1, PLAIN), nothing]) {
      const composed = compose(one, { release: guidedRelease('vessel', 'law'), recipe: by })
      expect(composed).toMatchObject({ made: true, empty: true, isHeldBack: false })
      expect(made(composed).provenance.labels).not.toContain(one === nothing ? 'place' : 'vessel')
      expect(made(composed).provenance.labels).toContain('law')
    }
    const full = compose(instance(1, PLAIN), { release: guidedRelease('vessel'), recipe: by })
    expect(full).toMatchObject({ made: true, empty: true, isHeldBack: true })
  })

  it('asks for the same labels whether basic or compound, where all have guidelines', () => {
    const labels = (share: number) =>
      many(20).map(
        (one) => made(compose(one, { recipe: recipe({ compoundShare: share }) })).provenance.labels,
      )
    expect(labels(0)).toEqual(labels(1))
  })

  it('speaks the language of its corpus, or the one of the recipe', () => {
    const from = release({ language: 'zh' })
    expect(made(compose(instance(1, PLAIN), { release: from })).instruction).toMatch(/类型|JSON/)
    const english = made(compose(instance(1, PLAIN), { release: from, recipe: recipe({ phrases: 'en' }) }))
    expect(english.instruction).not.toMatch(/\p{Script=Han}/u)
    expect(english.provenance.language).toBe('en')
  })
})

describe('a guideline in an instruction', () => {
  const text = 'The [Grey Petrel|vessel] left [Ostrey|place].'
  const own = instance(1, text)
  const all = (given: Partial<PreparedGuideline> & { definition?: string }) => ({
    release: release({ guidelines: new Map(LABELS.map((label) => [label, guideline(label, given)])) }),
    recipe: recipe({ compoundShare: 1, splitNum: -1, others: 50 }),
  })
  const example = (sentence: string) => ({
    text: sentence,
    line: { en: `E: ${sentence}`, zh: `例：${sentence}` },
  })

  it('shows examples from other instances and never one from the same text', () => {
    const positives = [example(own.text), example(`${own.text} `), example('Another ferry came.')]
    for (let copy = 0; copy < 30; copy++) {
      const { instruction } = made(compose(own, { ...all({ positives }), copy }))
      expect(instruction).not.toContain(own.text)
      expect(instruction).toContain('E: Another ferry came.')
    }
  })

  it('does not name an answer among typical mentions, in whatever case', () => {
    const { instruction } = made(compose(own, all({ typical: ['GREY PETREL', 'Ostrey', 'Homeward'] })))
    expect(instruction).not.toMatch(/grey petrel|ostrey/i)
    expect(instruction).toContain('“Homeward”')
  })

  it('drops a line that holds the whole text', () => {
    const { instruction } = made(compose(own, all({ includes: [`As in: ${own.text}`, 'Ferries count.'] })))
    expect(instruction).not.toContain('As in')
    expect(instruction).toContain('- Ferries count.')
  })

  it('is left out, with its label, where its very definition holds the text', () => {
    const telling = guideline('vessel', { definition: `Like this: ${own.text}` })
    const sound = LABELS.filter((label) => label !== 'vessel').map((label) => guideline(label))
    const guidelines = new Map([telling, ...sound].map((one) => [one.label, one]))
    const by = recipe({ compoundShare: 1, splitNum: -1, others: 50 })
    const { instruction, provenance } = made(compose(own, { release: release({ guidelines }), recipe: by }))
    expect(provenance.strategy).toBe('compound')
    expect([...provenance.labels].sort()).toEqual(sound.map(({ label }) => label).sort())
    expect(instruction).not.toContain(own.text)
  })

  it('leaves the record basic where every definition holds the text', () => {
    const composed = compose(own, all({ definition: `Like this: ${own.text}` }))
    expect(composed).toMatchObject({ made: true, isHeldBack: true, missed: ['guideline'] })
    expect(made(composed).provenance).toMatchObject({ strategy: 'basic', versions: [] })
    expect(made(composed).instruction).not.toContain(own.text)
  })
})

describe('gates', () => {
  const broken = (start: number, end: number) => ({
    ...instance(1, 'Ostrey'),
    gold: { spans: [{ start, end, label: 'place' }] },
  })

  it.each([
    [0, 7],
    [6, 9],
    [3, 3],
    [5, 2],
  ])('refuse a mention at %i-%i of a text of six', (start, end) => {
    expect(compose(broken(start, end))).toMatchObject({ made: false, reason: 'grounding' })
  })

  it('let through a mention in two pieces, and refuse one whose pieces leave the text', () => {
    const text = 'left and right bank'
    const bank = (end: number) => {
      const fragments: [number, number][] = [
        [0, 4],
        [15, end],
      ]
      return { ...instance(1, text), gold: { spans: [{ start: 0, end, label: 'place', fragments }] } }
    }
    const composed = made(compose(bank(19), { recipe: recipe({ splitNum: 1, others: 0, emptyShare: 0 }) }))
    expect(JSON.parse(composed.output)).toEqual({ place: ['left bank'] })
    expect(compose(bank(20))).toMatchObject({ made: false, reason: 'grounding' })
  })

  it('refuse an instance whose corpus has no labels', () => {
    expect(compose(instance(1, 'Nothing.'), { release: release({ labels: [] }) })).toMatchObject({
      made: false,
      reason: 'no-labels',
      record: { fault: { name: 'no-labels' }, input: 'Nothing.' },
    })
  })

  it('let through hostile labels and mentions, which come out as they went in', () => {
    const words = fc.oneof(
      fc.constantFrom(
        '"',
        '\\',
        '\n',
        '\u2028',
        '__proto__',
        '{labels}',
        '1',
        '👩‍🚒',
        '澜湾',
        '## x',
        '{"a": []}',
      ),
      fc.string({ unit: 'grapheme-composite', minLength: 1, maxLength: 6 }),
    )
    const labels = fc.uniqueArray(
      fc
        .oneof(fc.constantFrom('__proto__', 'constructor', '1', '0', 'a, b', '{text}', '"'), words)
        .filter((label) => label.trim() !== ''),
      { minLength: 1, maxLength: 6 },
    )
    const parts = fc.array(fc.tuple(words, fc.option(fc.nat(5))), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(labels, parts, fc.nat(), (names, marked, copy) => {
        const one = instance(1, markedText(marked, names))
        const from = release({ labels: names, guidelines: new Map(names.map((n) => [n, guideline(n)])) })
        const by = recipe({ splitNum: -1, others: 50, compoundShare: 0.5 })
        const { input, output, provenance } = made(compose(one, { copy, release: from, recipe: by }))
        expect(input).toBe(one.text)
        expect(names).toEqual(expect.arrayContaining(provenance.labels))
        if (one.gold.spans.length > 0) expect([...provenance.labels].sort()).toEqual([...names].sort())
        for (const { label, items } of parse(output, provenance.labels))
          expect(items).toEqual(
            one.gold.spans
              .filter((span) => span.label === label)
              .map((span) => sliceCodePoints(one.text, span.start, span.end)),
          )
      }),
      { numRuns: 500 },
    )
  })
})

describe('shares', () => {
  const COUNT = 4000
  /** Four standard deviations: a draw gone wrong is far outside, chance is not. */
  const within = (share: number, of: number) => 4 * Math.sqrt((share * (1 - share)) / of)

  it.each([0, 0.45, 1])(
    'of compound instructions come to %f where all labels have guidelines',
    (compoundShare) => {
      const all = many(COUNT).map((one) => made(compose(one, { recipe: recipe({ compoundShare }) })))
      const share = all.filter(({ provenance }) => provenance.strategy === 'compound').length / COUNT
      expect(Math.abs(share - compoundShare)).toBeLessThanOrEqual(within(compoundShare, COUNT))
    },
  )

  /** A plan looks at some hundred records, not at all. */
  const SAMPLED = 0.04

  /** A quarter each: nothing, only a place, place and vessel, all three. */
  const TEXTS = ['Nothing.', '[Ostrey|place]', '[Ostrey|place] [Petrel|vessel]', PLAIN]

  it.each([
    [0.45, 0.2, ['vessel', 'person']],
    [0.45, 0.5, ['vessel']],
    [0.45, 0.1, ['law', 'vessel']],
    [0.3, 0.4, ['law']],
    [1, 0.2, ['vessel', 'person']],
    [0.45, 0, ['law']],
  ])(
    'of compound, %f, and of empty answers, %f, are met as far as %j allow',
    (compoundShare, emptyShare, guided) => {
      const all = Array.from({ length: COUNT }, (_, at) => instance(at + 1, TEXTS[at % 4]!))
      const from = guidedRelease(...guided)
      const withoutGold = all.filter((one) => one.gold.spans.length === 0).length
      const given = makeRecipe({
        corpora: [PREPARED_CORPUS],
        ...{ compoundShare, emptyShare, strategies: { guideline: 1, rule: 0, format: 0 } },
        guidelineOptions: { dropout: 0 },
      })
      const by = planRecipe(given, {
        release: from,
        corpora: [
          {
            id: PREPARED_CORPUS,
            instances: COUNT,
            shareWithoutGold: new Map([['ner', withoutGold / COUNT]]),
            sample: all,
          },
        ],
      })
      const { compound } = by
      const done = all.map((one) => compose(one, { release: from, recipe: by })).filter((one) => one.made)
      const shareOf = (is: (one: (typeof done)[number]) => boolean) => done.filter(is).length / done.length
      const aim = Math.min(compoundShare, compound.reachable)
      const isCompound = ({ instruction }: (typeof done)[number]) =>
        instruction.provenance.strategy === 'compound'
      expect(Math.abs(shareOf(isCompound) - aim)).toBeLessThanOrEqual(within(aim, done.length) + SAMPLED)
      expect(Math.abs(shareOf((one) => one.empty) - emptyShare)).toBeLessThanOrEqual(
        within(emptyShare, done.length),
      )
      if (compound.chance === 1)
        expect(Math.abs(shareOf((one) => one.isHeldBack) + compound.reachable - 1)).toBeLessThanOrEqual(
          SAMPLED,
        )
    },
  )

  it.each([
    [0.2, 0],
    [0.2, 0.05],
    [0.2, 0.5],
    [0, 0.3],
    [1, 0.3],
    [0.5, 0.5],
  ])('of empty answers come to %f where %f of the instances have no gold', (share, withoutGold) => {
    const all = many(COUNT).map((one, at) =>
      at < withoutGold * COUNT ? { ...one, text: 'Nothing here.', gold: { spans: [] } } : one,
    )
    const empty = planEmptyAnswers(share, { instances: COUNT, withoutGold: withoutGold * COUNT })
    const done = all.map((one) => compose(one, { recipe: recipe({ empty }) })).filter((one) => one.made)
    const found = done.filter((one) => one.empty).length / done.length
    expect(Math.abs(found - share)).toBeLessThanOrEqual(within(share, done.length))
  })
})

function markedText(parts: [string, number | null][], labels: string[]) {
  let text = ''
  const spans = []
  for (const [words, which] of parts) {
    const start = codePointLength(text)
    text += words
    if (which !== null)
      spans.push({ start, end: codePointLength(text), label: labels[which % labels.length]! })
    text += ' '
  }
  return { text, spans }
}
