import { describe, expect, it } from 'vitest'
import { findCarrier } from '@/lib/formats/find-carrier'
import { type CarrierName, carriers } from '@/lib/formats/model'
import { readTransform } from '@/lib/rules/apply-rule'
import type { RuleTransform } from '@/lib/rules/model'
import { composeInstruction } from '@/lib/synthesis/compose-instruction'
import { makeDraw } from '@/lib/synthesis/make-draw'
import type { Instruction, Recipe } from '@/lib/synthesis/model'
import { planRecipe } from '@/lib/synthesis/plan-recipe'
import type {
  ComposableInstance,
  PreparedForm,
  PreparedRecipe,
  PreparedRelease,
  PreparedRule,
} from '@/lib/synthesis/prepared/model'
import { type PresetName, withPreset } from '@/lib/synthesis/presets/model'
import { canonicalNerGold, type NerGold } from '@/lib/tasks/ner/gold'
import { fromMarked } from '@/prisma/factories/corpora'
import {
  makePreparedFormat,
  makePreparedGuideline,
  makePreparedRecipe,
  makePreparedRelease,
  makePreparedRule,
  PREPARED_CORPUS,
} from '@/prisma/factories/prepared'
import { makeRecipe } from '@/prisma/factories/synthesis'

const LABELS = ['vessel', 'place', 'person', 'cargo']
const WITH = 'A crew of the [Grey Petrel|vessel] met [Ana Lund|person] in [Ostrey|place].'
const WITHOUT = 'They saw [Homeward|vessel] off [Wickholm|place].'

const instance = (ordinal: number, marked: string): ComposableInstance & { gold: NerGold } => {
  const { text, spans } = fromMarked(marked)
  const whole = `${text} (${ordinal})`
  return {
    id: `i-${ordinal}`,
    corpusId: PREPARED_CORPUS,
    ordinal,
    text: whole,
    gold: canonicalNerGold(spans),
  }
}
/** Half of them have a determiner before a vessel. */
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => instance(at + 1, at % 2 ? WITHOUT : WITH))

const rule = (name: string, transform: RuleTransform, given: Partial<PreparedRule> = {}) =>
  makePreparedRule(name, { transform, family: readTransform(transform).definition.family, ...given })

const determiner = rule('determiner', {
  name: 'leading-determiner',
  parameters: { mode: 'include', words: ['the'] },
})
const backwards = rule('backwards', { name: 'order-items', parameters: { by: 'last-first' } })

const release = (given: Partial<PreparedForm> & Partial<PreparedRelease> = {}) =>
  makePreparedRelease({ labels: LABELS, ...given })

const only = (strategy: keyof Recipe['strategies'], given: Partial<PreparedRecipe> = {}) =>
  makePreparedRecipe({
    compoundShare: 1,
    splitNum: -1,
    strategies: { guideline: 0, rule: 0, format: 0, [strategy]: 1 },
    unchangedRule: 0,
    ...given,
  })

const compose = (one: ComposableInstance, from: PreparedRelease, by: PreparedRecipe, copy = 0) =>
  composeInstruction(one, from, by, makeDraw({ seed: by.seed, instanceId: one.id, copy }))

function made(one: ComposableInstance, from: PreparedRelease, by: PreparedRecipe, copy = 0): Instruction {
  const composed = compose(one, from, by, copy)
  if (!composed.made) throw new Error(`refused: ${composed.reason}: ${composed.record?.why}`)
  return composed.instruction
}

const answerOf = ({ output }: Instruction) => JSON.parse(output) as Record<string, string[]>

describe('a preference rule in a record', () => {
  it('is stated, obeyed by the answer, and named by the provenance with the answer of the gold beside it', () => {
    const record = made(instance(1, WITH), release({ rules: [determiner] }), only('rule'))
    expect(record.instruction).toContain('# Rules')
    expect(record.instruction).toContain('- Rule determiner.')
    expect(answerOf(record)).toMatchObject({ vessel: ['the Grey Petrel'], person: ['Ana Lund'] })
    expect(JSON.parse(record.unruled!)).toMatchObject({ vessel: ['Grey Petrel'] })
    expect(record.provenance).toMatchObject({
      strategy: 'compound',
      strategies: ['rule'],
      rule: { versionId: 'v-determiner', changed: true },
    })
    expect(record.provenance.versions).toMatchObject([{ versionId: 'v-determiner', kind: 'rule' }])
  })

  it('is one that the record obeys already for the share that is wanted, and says so', () => {
    const by = only('rule', { unchangedRule: 1 })
    const drop = rule('drop', { name: 'leading-determiner', parameters: { mode: 'drop', words: ['the'] } })
    const record = made(instance(1, WITH), release({ rules: [determiner, drop] }), by)
    expect(record.provenance.rule).toEqual({ versionId: 'v-drop', changed: false })
    expect(answerOf(record)).toMatchObject({ vessel: ['Grey Petrel'] })
    expect(record.unruled).toBeUndefined()
  })

  it('is never one that excepts the instance, nor one about labels that nobody asks for', () => {
    const excepted = { ...determiner, exceptions: new Set([1]) }
    const elsewhere = { ...determiner, scope: { labels: ['place', 'cargo'] } }
    for (const rules of [[excepted], [elsewhere], []]) {
      const composed = compose(instance(1, WITH), release({ rules }), only('rule'))
      expect(composed).toMatchObject({ made: true, isHeldBack: true, missed: ['rule'] })
    }
  })

  it('that people applied themselves gives the answer that they approved, with both approvals', () => {
    const one = instance(3, WITH)
    const gold = canonicalNerGold(one.gold.spans.filter(({ label }) => label !== 'person'))
    const source = { ...determiner.source, versionId: 'v-applied', kind: 'application' }
    const written = makePreparedRule('written', { applications: new Map([[3, { gold, source }]]) })
    const record = made(one, release({ rules: [written] }), only('rule'))
    expect(answerOf(record)).toMatchObject({ person: [], vessel: ['Grey Petrel'] })
    expect(record.provenance.versions.map(({ versionId }) => versionId)).toEqual(['v-written', 'v-applied'])
    const other = compose(instance(4, WITH), release({ rules: [written] }), only('rule'))
    expect(other).toMatchObject({ isHeldBack: true })
  })

  it('stands with a second one of another family at times, never with one of its own', () => {
    const same = rule('same', { name: 'leading-title', parameters: { mode: 'include', words: ['the'] } })
    const rich = 'Then the [Petrel|vessel] and the [Homeward|vessel] left.'
    const rules = [determiner, same, backwards]
    const all = Array.from({ length: 300 }, (_, at) =>
      made(instance(at + 1, rich), release({ rules }), only('rule')),
    )
    const pairs = all.filter(({ provenance }) => provenance.rule?.beside)
    expect(pairs.length).toBeGreaterThan(30)
    expect(pairs.length).toBeLessThan(120)
    for (const record of pairs) {
      const { versionId, beside } = record.provenance.rule!
      expect([versionId, beside]).toContain('v-backwards')
      expect(answerOf(record).vessel).toEqual(['the Homeward', 'the Petrel'])
    }
  })

  it('that renames what is asked for is asked for and answered under the new name', () => {
    const merge = rule('merge', {
      name: 'merge-labels',
      parameters: { labels: ['vessel', 'cargo'], into: 'thing' },
    })
    const record = made(instance(1, WITH), release({ rules: [merge] }), only('rule'))
    expect(record.provenance.labels).toContain('thing')
    expect(record.provenance.labels).not.toContain('vessel')
    expect(answerOf(record)).toMatchObject({ thing: ['Grey Petrel'], person: ['Ana Lund'] })
  })

  it.each([0, 0.2, 0.5])('changes nothing in about %f of the records with a rule, as planned', (share) => {
    const all = many(2000)
    const from = release({
      rules: [determiner, rule('order', { name: 'order-items', parameters: { by: 'appearance' } })],
    })
    const given = makeRecipe({
      corpora: [PREPARED_CORPUS],
      ...{ compoundShare: 1, emptyShare: 0, splitNum: -1, ruleNoChangeShare: share },
      strategies: { guideline: 0, rule: 1, format: 0 },
    })
    const twice = all.map((one) => ({ ...one, gold: twiceIn(one) }))
    const by = planRecipe(given, { release: from, corpora: [planned(twice)] })
    const ruled = twice.flatMap((one) => made(one, from, by).provenance.rule ?? [])
    expect(ruled.length).toBeGreaterThan(300)
    const unchanged = ruled.filter(({ changed }) => !changed).length / ruled.length
    expect(Math.abs(unchanged - share)).toBeLessThan(0.06)
  })
})

/** The place a second time as a vessel, so that there are two in one text and their order can be spoken of. */
function twiceIn({ gold }: { gold: NerGold }): NerGold {
  const place = gold.spans.find(({ label }) => label === 'place')!
  return canonicalNerGold([...gold.spans, { ...place, label: 'vessel' }])
}

const planned = (sample: readonly ComposableInstance[]) => ({
  id: PREPARED_CORPUS,
  instances: sample.length,
  shareWithoutGold: new Map([['ner', 0] as const]),
  sample,
})

describe('a format variant in a record', () => {
  it('is asked for in its own sentence, followed by the output, and named', () => {
    const formats = [makePreparedFormat('yaml', { parameters: { indent: 0 } })]
    const record = made(instance(1, WITH), release({ formats }), only('format'))
    expect(record.instruction).toContain('Answer as yaml, by type: mentions.')
    expect(record.provenance).toMatchObject({
      strategies: ['format'],
      carrier: 'yaml',
      format: 'v-format-yaml',
    })
    expect(record.output).toContain('\n- Grey Petrel')
  })

  it('is none that cannot hold the answer, and none for other task forms', () => {
    const broken = instance(1, 'Of [Grey|vessel] Petrel.')
    const gold = {
      spans: [
        {
          start: 3,
          end: 14,
          label: 'vessel',
          fragments: [[3, 5] as [number, number], [10, 14] as [number, number]],
        },
      ],
    }
    const tagged = makePreparedFormat('tagged-text')
    const foreign = makePreparedFormat('yaml', { forms: ['tc'] })
    const composed = compose({ ...broken, gold }, release({ formats: [tagged, foreign] }), only('format'))
    expect(composed).toMatchObject({ made: true, isHeldBack: true, missed: ['format'] })
    const other = makePreparedFormat('csv')
    const record = made({ ...broken, gold }, release({ formats: [tagged, other] }), only('format'))
    expect(record.provenance.carrier).toBe('csv')
  })

  it('comes up by the weights of its carrier', () => {
    const formats = [makePreparedFormat('yaml'), makePreparedFormat('csv'), makePreparedFormat('xml')]
    const by = only('format', { formatCarriers: { yaml: 3, xml: 0 } })
    const names = many(600).map((one) => made(one, release({ formats }), by).provenance.carrier)
    expect(names).not.toContain('xml')
    expect(names.filter((name) => name === 'yaml').length / 600).toBeCloseTo(0.75, 1)
  })
})

describe('carriers of basic records', () => {
  it('come up by weight, and another takes the place of one that cannot hold the answer', () => {
    const by = makePreparedRecipe({ compoundShare: 0, carriers: { 'tagged-text': 3, xml: 1 } })
    const names = many(600).map((one) => made(one, release(), by).provenance.carrier)
    expect(names.filter((name) => name === 'xml').length / 600).toBeCloseTo(0.25, 1)
    const tagged = { ...instance(1, WITH), text: `<vessel> ${instance(1, WITH).text}` }
    const spans = tagged.gold.spans.map((span) => ({ ...span, start: span.start + 9, end: span.end + 9 }))
    const composed = compose({ ...tagged, gold: { spans } }, release(), { ...by, splitNum: -1 })
    expect(composed).toMatchObject({ made: true, instruction: { provenance: { carrier: 'xml' } } })
    const alone = { ...by, splitNum: -1, carriers: { 'tagged-text': 1 } }
    expect(compose({ ...tagged, gold: { spans } }, release(), alone)).toMatchObject({
      made: false,
      reason: 'cannot-carry',
      record: { fault: { name: 'cannot-carry' } },
    })
  })

  it.each(carriers)('%s gives back what it was given', (carrier) => {
    const by = makePreparedRecipe({ compoundShare: 0, carriers: { [carrier]: 1 }, splitNum: -1 })
    const record = made(instance(1, WITH), release(), by)
    const schema = record.provenance.labels.map((label) => ({ label, fields: [] }))
    const { parse, parameters } = findCarrier(record.provenance.carrier as CarrierName)
    const read = parse(record.output, { schema, text: record.input }, parameters.parse({}))
    expect(read.find(({ label }) => label === 'vessel')).toEqual({ label: 'vessel', items: ['Grey Petrel'] })
  })
})

describe('guidelines vary from record to record', () => {
  const guided = (options: Partial<Recipe['guidelineOptions']>, given: Partial<PreparedRecipe> = {}) =>
    only('guideline', {
      guidelineOptions: {
        ...{ shuffle: false, dropout: 0, typicalMax: 5, maskNames: 0, paraphrase: true, examples: 2 },
        ...options,
      },
      ...given,
    })

  it('dropping labels that are not in the gold, and their guidelines with them', () => {
    const all = many(400).map((one) => made(one, release(), guided({ dropout: 0.5 })))
    for (const { provenance, instruction } of all) {
      expect(provenance.labels).toContain('vessel')
      expect(provenance.labels).toContain('place')
      for (const label of LABELS)
        expect(instruction.includes(`## ${label}`)).toBe(provenance.labels.includes(label))
    }
    const kept = all.filter(({ provenance }) => provenance.labels.includes('cargo')).length / 400
    expect(kept).toBeCloseTo(0.5, 1)
  })

  it('in an order of their own, with one wording of each definition, in the language of the record', () => {
    const definitions = { en: ['First wording.', 'Second wording.'], zh: ['第一种说法。'] }
    const guidelines = new Map(LABELS.map((label) => [label, makePreparedGuideline(label, { definitions })]))
    const all = many(60).map((one) => made(one, release({ guidelines }), guided({ shuffle: true })))
    const first = new Set(all.map(({ provenance }) => provenance.versions[0]!.versionId))
    expect(first.size).toBe(4)
    const wordings = all.map(({ instruction }) => instruction.match(/(First|Second) wording/g)!)
    for (const found of wordings) expect(found).toHaveLength(4)
    expect(new Set(wordings.flat()).size).toBe(2)
    const plain = many(20).map((one) => made(one, release({ guidelines }), guided({ paraphrase: false })))
    for (const { instruction } of plain) expect(instruction).not.toContain('Second wording')
    const chinese = made(instance(1, WITH), release({ guidelines }), guided({}, { phrases: 'zh' }))
    expect(chinese.instruction).toContain('定义：第一种说法。')
  })

  it('with a sample of the typical mentions and as many examples as are wanted', () => {
    const typical = ['Aa', 'Bb', 'Cc', 'Dd', 'Ee', 'Ff', 'Gg']
    const example = (at: number) => ({ text: `Other ${at}.`, line: { en: `E${at}`, zh: `例${at}` } })
    const positives = [1, 2, 3, 4].map(example)
    const guidelines = new Map([['vessel', makePreparedGuideline('vessel', { typical, positives })]])
    const from = release({ guidelines })
    const seen = many(40).map((one) => made(one, from, guided({ typicalMax: 3, examples: 1 })).instruction)
    for (const text of seen) {
      expect(text.match(/“([A-G][a-g])”/g)).toHaveLength(3)
      expect(text.match(/\nE\d/g)).toHaveLength(1)
    }
    expect(new Set(seen.flatMap((text) => text.match(/“([A-G][a-g])”/g))).size).toBe(7)
    const none = made(instance(1, WITH), from, guided({ typicalMax: 0, examples: 0 }))
    expect(none.instruction).not.toMatch(/Typical|\nE\d/)
  })

  it('with masked names, everywhere in the record and nowhere in the provenance', () => {
    const definition = 'A vessel is a Vessel; vessels float. Not a place.'
    const guidelines = new Map(LABELS.map((label) => [label, makePreparedGuideline(label, { definition })]))
    const share = many(400).filter((one) =>
      made(one, release({ guidelines }), guided({ maskNames: 0.5 })).output.includes('LABEL_'),
    ).length
    expect(share / 400).toBeCloseTo(0.5, 1)
    const record = made(instance(1, WITH), release({ guidelines }), guided({ maskNames: 1 }))
    const at = 1 + record.provenance.labels.indexOf('vessel')
    expect(answerOf(record)[`LABEL_${at}`]).toEqual(['Grey Petrel'])
    expect(record.instruction).toContain(`A LABEL_${at} is a LABEL_${at}; vessels float.`)
    expect(record.instruction).not.toMatch(/\b(vessel|place|cargo)\b/i)
    expect(record.provenance.labels.toSorted()).toEqual(LABELS.toSorted())
  })
})

describe('ablations pair', () => {
  const everything = release({
    rules: [determiner, backwards],
    formats: carriers.map((carrier) => makePreparedFormat(carrier)),
  })
  const all = many(1500)
  const composed = (preset: PresetName, from = everything) => {
    const recipe = withPreset(makeRecipe({ corpora: [PREPARED_CORPUS], emptyShare: 0 }), preset)
    const by = planRecipe(recipe, { release: from, corpora: [planned(all)] })
    return all.map((one) => made(one, from, by))
  }
  const hum = composed('hum')
  const said = ({ instruction, output }: Instruction) => ({ instruction, output })

  it('with the mix of the paper, each strategy in about its share of the compound records', () => {
    const compound = hum.filter(({ provenance }) => provenance.strategy === 'compound')
    expect(compound.length / hum.length).toBeCloseTo(0.45, 1)
    const shareOf = (strategy: 'guideline' | 'format') =>
      compound.filter(({ provenance }) => provenance.strategies!.includes(strategy)).length / compound.length
    // Drawn anew when none came up: each is likelier by 1 / (1 - 0.4 * 0.6 * 0.5), as far as the release has it.
    expect(Math.abs(shareOf('guideline') - 0.68)).toBeLessThan(0.07)
    expect(Math.abs(shareOf('format') - 0.57)).toBeLessThan(0.07)
  })

  it.each(['basic', 'withoutGuidelines', 'withoutRules', 'withoutFormats'] as const)(
    '%s: records without what is taken away are the same to the byte',
    (preset) => {
      const without = {
        basic: null,
        withoutGuidelines: 'guideline',
        withoutRules: 'rule',
        withoutFormats: 'format',
      }[preset] as 'guideline' | 'rule' | 'format' | null
      const other = composed(preset)
      const keeps = ({ provenance }: Instruction) =>
        without ? !provenance.strategies!.includes(without) : provenance.strategy === 'basic'
      const paired = hum
        .map((record, at) => [record, other[at]!] as const)
        .filter(([record]) => keeps(record))
      expect(paired.length).toBeGreaterThan(500)
      for (const [record, twin] of paired) expect(said(twin)).toEqual(said(record))
      for (const { provenance } of other) {
        if (without) expect(provenance.strategies).not.toContain(without)
        else expect(provenance.strategy).toBe('basic')
      }
    },
  )

  it('where what is left reaches fewer records: nothing becomes compound in the place of what was left out', () => {
    const guidelines = new Map([['person', makePreparedGuideline('person', {})]])
    const from = release({ guidelines, formats: carriers.map((carrier) => makePreparedFormat(carrier)) })
    const isCompound = ({ provenance }: Instruction) => provenance.strategy === 'compound'
    const whole = composed('hum', from)
    const other = composed('withoutFormats', from)
    const left = whole.map((record, at) => [record, other[at]!] as const)
    for (const [record, twin] of left) {
      if (!record.provenance.strategies!.includes('format')) expect(said(twin)).toEqual(said(record))
      if (isCompound(twin)) expect(isCompound(record)).toBe(true)
    }
    const shareOf = (records: Instruction[]) => records.filter(isCompound).length / records.length
    expect(shareOf(whole)).toBeCloseTo(0.45, 1)
    expect(shareOf(other)).toBeCloseTo(0.225, 1) // half of the texts name a person
  })
})

it('a plan is the same whatever was tried before it', () => {
  const from = release({ rules: [determiner, backwards], formats: [makePreparedFormat('yaml')] })
  const of = { release: from, corpora: [planned(many(400))] }
  const tried = new Map<string, number>()
  const given = makeRecipe({ corpora: [PREPARED_CORPUS] })
  const { guidelineOptions: options } = given
  const turns = [
    {},
    { compoundShare: 0.2 },
    { ruleNoChangeShare: 0.6 },
    { strategies: { guideline: 0, rule: 1, format: 0 } },
    { splitNum: 1 },
    { emptyShare: 0.5 },
    { guidelineOptions: { ...options, dropout: 1 } },
    { seed: 7 },
    { others: 0, hardNegatives: false },
    { carriers: { sentences: 1 } },
    {},
  ]
  for (const turn of turns)
    expect(planRecipe({ ...given, ...turn }, { ...of, tried })).toEqual(planRecipe({ ...given, ...turn }, of))
  expect(tried.size).toBeGreaterThan(8)
})
