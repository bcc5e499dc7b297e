import { describe, expect, it } from 'vitest'
import { readTransform } from '@/lib/rules/apply-rule'
import { holdInView } from '@/lib/rules/hold-in-view'
import type { RuleTransform } from '@/lib/rules/model'
import { composeInstruction } from '@/lib/synthesis/compose-instruction'
import { makeDraw } from '@/lib/synthesis/make-draw'
import type { ComposableInstance, Composed, PreparedRule } from '@/lib/synthesis/prepared/model'
import { rulesFor } from '@/lib/synthesis/prepared/prepare-rules'
import { canonicalEeGold } from '@/lib/tasks/ee/gold'
import type { TaskForm } from '@/lib/tasks/model'
import { canonicalReGold } from '@/lib/tasks/re/gold'
import { placeOf } from '@/prisma/factories/obeyed-answers'
import {
  makePreparedRecipe,
  makePreparedRelease,
  makePreparedRule,
  PREPARED_CORPUS,
} from '@/prisma/factories/prepared'

const HARBOUR = 'In the storm the crew left the Grey Petrel; a collision was feared.'
const left = placeOf(HARBOUR, 'left')
const events = canonicalEeGold({
  events: [
    {
      type: 'leave',
      trigger: left,
      arguments: [{ ...placeOf(HARBOUR, 'Grey Petrel'), role: 'vessel' }],
    },
    {
      type: 'collide',
      trigger: placeOf(HARBOUR, 'collision'),
      arguments: [],
      attributes: { speculated: 'true' },
    },
  ],
})

const LETTER = 'The Petrel belongs to the Harbour Guild of Ostrey.'
const guild = { ...placeOf(LETTER, 'Harbour Guild'), label: 'owner' }
const petrel = { ...placeOf(LETTER, 'Petrel'), label: 'vessel' }
const ostrey = { ...placeOf(LETTER, 'Ostrey'), label: 'place' }
const relations = (entities: { start: number; end: number; label: string }[]) =>
  canonicalReGold({
    entities,
    relations: [{ type: 'owned by', head: entities.indexOf(petrel), tail: entities.indexOf(guild) }],
  })

const rule = (transform: RuleTransform, given: Partial<PreparedRule> = {}) =>
  makePreparedRule(transform.name, {
    transform,
    family: readTransform(transform).definition.family,
    ...given,
  })
const determiner = rule({ name: 'leading-determiner', parameters: { mode: 'include', words: ['the'] } })
const hedged = rule({
  name: 'drop-hedged',
  parameters: { kinds: ['speculated'], attributes: ['speculated'], values: ['true'] },
})

type Asked = {
  text: string
  gold: unknown
  from: TaskForm
  view: TaskForm
  rules: PreparedRule[]
  labels: string[]
  unchanged?: number
}

/** One record of a corpus whose rules were approved for one form and whose gold is asked as another. */
function compose({ text, gold, from, view, rules, labels, unchanged = 0 }: Asked): Composed {
  const prepared = rulesFor(
    PREPARED_CORPUS,
    view,
    rules.map((one) => ({ corpusId: PREPARED_CORPUS, form: from, rule: one })),
  )
  const instance: ComposableInstance = { id: 'i', corpusId: PREPARED_CORPUS, ordinal: 1, text, gold }
  const recipe = makePreparedRecipe({
    ...{ compoundShare: 1, splitNum: -1, unchangedRule: unchanged },
    strategies: { guideline: 0, rule: 1, format: 0 },
  })
  const fields = new Map(labels.map((label) => [label, view.startsWith('ee') ? ['vessel'] : []]))
  const release = makePreparedRelease({ form: view, labels, fields, rules: prepared })
  return composeInstruction(
    instance,
    release,
    recipe,
    makeDraw({ seed: recipe.seed, instanceId: instance.id, copy: 0 }),
  )
}

function made(asked: Asked) {
  const composed = compose(asked)
  if (!composed.made) throw new Error(`${composed.reason}: ${composed.record?.why}`)
  return composed
}

const harbour = { text: HARBOUR, gold: events, labels: ['leave', 'collide'] }
const letter = {
  text: LETTER,
  gold: relations([petrel, guild, ostrey]),
  labels: ['owned by'],
}

describe('a rule that was approved for events', () => {
  it('about what fills their roles is obeyed by records about arguments', () => {
    const { instruction } = made({ ...harbour, from: 'ee', view: 'eea', rules: [determiner] })
    expect(instruction.instruction).toContain('- Rule leading-determiner.')
    expect(instruction.provenance).toMatchObject({ taskForm: 'eea', rule: { changed: true } })
    expect(JSON.parse(instruction.output).leave).toEqual([{ trigger: 'left', vessel: 'the Grey Petrel' }])
    expect(JSON.parse(instruction.unruled!).leave).toEqual([{ trigger: 'left', vessel: 'Grey Petrel' }])
  })

  it('about what fills their roles is in no record about triggers, not even as one that changes nothing', () => {
    for (const unchanged of [0, 1]) {
      const composed = made({ ...harbour, from: 'ee', view: 'eet', rules: [determiner], unchanged })
      expect(composed).toMatchObject({ isHeldBack: true, missed: ['rule'] })
    }
  })

  it('about which events count is obeyed by records about triggers', () => {
    const { instruction } = made({ ...harbour, from: 'ee', view: 'eet', rules: [hedged] })
    expect(JSON.parse(instruction.output)).toEqual({ leave: ['left'], collide: [] })
    expect(JSON.parse(instruction.unruled!)).toEqual({ leave: ['left'], collide: ['collision'] })
  })

  it('that people applied themselves is in a record about triggers only where it changes them', () => {
    const { source } = determiner
    const written = (gold: unknown) =>
      makePreparedRule('written', { applications: new Map([[1, { gold, source }]]) })
    const onlyLeave = canonicalEeGold({ events: events.events.filter(({ type }) => type === 'leave') })
    const { instruction } = made({ ...harbour, from: 'ee', view: 'eet', rules: [written(onlyLeave)] })
    expect(JSON.parse(instruction.output)).toEqual({ leave: ['left'], collide: [] })
    const withoutVessel = canonicalEeGold({ events: events.events.map((one) => ({ ...one, arguments: [] })) })
    for (const unchanged of [0, 1])
      expect(
        made({ ...harbour, from: 'ee', view: 'eet', rules: [written(withoutVessel)], unchanged }),
      ).toMatchObject({ isHeldBack: true })
  })
})

describe('a rule that was approved for relations', () => {
  it('about their ends is obeyed by records about triples, where the ends have types', () => {
    const { instruction } = made({ ...letter, from: 're', view: 'spo', rules: [determiner] })
    expect(JSON.parse(instruction.output)['owned by']).toEqual([
      {
        subject: 'The Petrel',
        subject_type: 'vessel',
        object: 'the Harbour Guild',
        object_type: 'owner',
      },
    ])
  })

  it('about their ends is obeyed by records about entities, as long as all that these name obeys it', () => {
    const types = { labels: ['vessel', 'owner', 'place'] }
    const { instruction } = made({ ...letter, ...types, from: 're', view: 'kg', rules: [determiner] })
    expect(instruction.provenance.rule).toMatchObject({ changed: true })
    expect(JSON.parse(instruction.output)).toMatchObject({
      vessel: [expect.objectContaining({ name: 'The Petrel' })],
      owner: [{ name: 'the Harbour Guild' }],
      place: [{ name: 'Ostrey' }],
    })
    const anotherGuild = { ...placeOf(LETTER, 'Harbour'), label: 'place' }
    const gold = relations([petrel, guild, anotherGuild])
    const composed = made({ ...letter, ...types, gold, from: 're', view: 'kg', rules: [determiner] })
    expect(composed).toMatchObject({ isHeldBack: true, missed: ['rule'] })
  })

  it('about some of them says nothing of entities, whose labels are other ones', () => {
    const some = { ...determiner, scope: { labels: ['owned by'] } }
    expect(holdInView(some, { from: 're', view: 'kg' })).toBeNull()
    const { instruction } = made({ ...letter, from: 're', view: 'spo', rules: [some] })
    expect(instruction.provenance.rule).toMatchObject({ changed: true })
  })
})
