import { describe, expect, it } from 'vitest'
import { readTransform } from '@/lib/rules/apply-rule'
import type { RuleTransform } from '@/lib/rules/model'
import { runGates } from '@/lib/synthesis/gates/run-gates'
import { makeDraw } from '@/lib/synthesis/make-draw'
import type { Strategy } from '@/lib/synthesis/model'
import type { ComposableInstance, PreparedForm, PreparedRule } from '@/lib/synthesis/prepared/model'
import { designCompound } from '@/lib/synthesis/record/design-record'
import { drawQuestion } from '@/lib/synthesis/record/draw-question'
import type { Draft, Obeyed } from '@/lib/synthesis/record/model'
import { openTask } from '@/lib/synthesis/record/open-task'
import { writeDraft } from '@/lib/synthesis/record/write-draft'
import type { Lowered } from '@/lib/tasks/model'
import {
  makePreparedFormat,
  makePreparedRecipe,
  makePreparedRelease,
  makePreparedRule,
  PREPARED_CORPUS,
} from '@/prisma/factories/prepared'

const text = 'The crew of the Grey Petrel met Ana Lund.'
const spans = [
  { start: 16, end: 27, label: 'vessel' },
  { start: 32, end: 40, label: 'person' },
]
const instance: ComposableInstance = {
  ...{ id: 'i-1', corpusId: PREPARED_CORPUS, ordinal: 1 },
  ...{ text, gold: { spans } },
}
const rule = (name: string, transform: RuleTransform, given: Partial<PreparedRule> = {}) =>
  makePreparedRule(name, { transform, family: readTransform(transform).definition.family, ...given })
const determiner = rule('determiner', {
  name: 'leading-determiner',
  parameters: { mode: 'include', words: ['the'] },
})
const order = rule('order', { name: 'order-items', parameters: { by: 'alphabetical' } })

/** A sound record with one strategy, as composition would write it. */
function draftOf(strategy: Strategy, given: Partial<PreparedForm> & { maxLength?: number } = {}): Draft {
  const { maxLength = 24_000, ...form } = given
  const formats = [makePreparedFormat('json-records')]
  const release = makePreparedRelease({ labels: ['vessel', 'person'], rules: [determiner], formats, ...form })
  const strategies = { guideline: 0, rule: 0, format: 0, [strategy]: 1 }
  const recipe = makePreparedRecipe({ strategies, unchangedRule: 0, splitNum: -1, maxLength })
  const draw = makeDraw({ seed: 1, instanceId: instance.id, copy: 0 })
  const task = openTask(instance, { release, recipe, draw })!
  const question = drawQuestion(draw, task)
  if (typeof question === 'string') throw new Error(question)
  const { design } = designCompound(draw, { task, question })
  return writeDraft(draw, task, design!)
}

const withAnswer = (draft: Draft, change: (lowered: Lowered) => Lowered): Draft => ({
  ...draft,
  obeyed: { ...draft.obeyed, lowered: change(draft.obeyed.lowered) },
})
const withGold = (draft: Draft, gold: unknown): Draft => ({
  ...draft,
  task: { ...draft.task, instance: { ...instance, gold } },
})
const withRules = (draft: Draft, rules: Obeyed['rules']): Draft => ({
  ...draft,
  obeyed: { ...draft.obeyed, rules },
})
describe('gates of one record', () => {
  it.each(['guideline', 'rule', 'format'] as const)('let a sound record with a %s through', (strategy) => {
    expect(runGates(draftOf(strategy))).toBe(null)
  })

  const format = draftOf('format')
  const ruled = draftOf('rule')
  const guided = draftOf('guideline')

  it.each<[string, string, Draft]>([
    ['round-trip', 'an output that its carrier cannot read', { ...format, output: `${format.output},` }],
    [
      'round-trip',
      'an output that says something else',
      { ...format, output: format.output.replace('Ana', 'Eva') },
    ],
    [
      'grounding',
      'a gold that leaves its text',
      withGold(format, { spans: [{ start: 16, end: 99, label: 'vessel' }] }),
    ],
    [
      'grounding',
      'a rule that moved the gold out of its text',
      { ...ruled, obeyed: { ...ruled.obeyed, gold: { spans: [{ start: 5, end: 99, label: 'vessel' }] } } },
    ],
    [
      'grounding',
      'an answer that is not what the text has at its place',
      withAnswer(format, ({ answer, places }) => ({
        answer: answer.map((group) => ({ ...group, items: group.items.map(() => 'Homeward') })),
        places,
      })),
    ],
    [
      'schema',
      'a group that nobody asked for',
      withAnswer(format, ({ answer, places }) => ({
        answer: answer.map((group) => ({ ...group, label: `${group.label}s` })),
        places,
      })),
    ],
    [
      'schema',
      'a missing group',
      withAnswer(format, ({ answer, places }) => ({ answer: answer.slice(1), places: places.slice(1) })),
    ],
    [
      'schema',
      'records where words were asked for',
      withAnswer(format, ({ answer, places }) => ({
        answer: answer.map((group) => ({ ...group, items: group.items.map(() => ({ name: 'x' })) })),
        places,
      })),
    ],
    [
      'guideline-coverage',
      'a label without its guideline',
      { ...guided, guidelines: guided.guidelines.slice(1) },
    ],
    [
      'guideline-coverage',
      'a guideline that is cut',
      { ...guided, instruction: guided.instruction.replace('Exclude line of vessel.', '') },
    ],
    ['guideline-coverage', 'guidelines that nobody drew', { ...format, guidelines: guided.guidelines }],
    [
      'leakage',
      'the whole text in a guideline',
      {
        ...guided,
        guidelines: guided.guidelines.map((shown) => ({
          ...shown,
          lines: [`As in: ${text}`],
          text: `As in: ${text}`,
        })),
        instruction: guided.guidelines.map(({ heading }) => `${heading}\nAs in: ${text}`).join('\n'),
      },
    ],
    [
      'leakage',
      'an answer among typical mentions',
      { ...guided, guidelines: guided.guidelines.map((shown) => ({ ...shown, typical: ['GREY PETREL'] })) },
    ],
    ['leakage', 'the whole text in a rule', { ...ruled, statements: [`Unlike in ${text}`] }],
    ['rule-applicability', 'an exception', withExceptions(ruled, new Set([1]))],
    [
      'rule-applicability',
      'a rule that does not speak of the record',
      withRules(ruled, [{ rule: order, changed: false }]),
    ],
    [
      'rule-applicability',
      'a rule that is said to change nothing, and does',
      withRules(ruled, [{ rule: determiner, changed: false }]),
    ],
    [
      'rule-applicability',
      'an answer that people did not approve under their rule',
      withRules(ruled, [
        {
          rule: makePreparedRule('written', {
            applications: new Map([[1, { gold: { spans: [] }, source: determiner.source }]]),
          }),
          changed: true,
        },
      ]),
    ],
    ['rule-applicability', 'a rule that nobody drew', withRules(format, ruled.obeyed.rules)],
    [
      'interference',
      'a change out of the scope of the rule',
      interfering(
        withRules(ruled, [{ rule: { ...determiner, scope: { labels: ['vessel'] } }, changed: true }]),
      ),
    ],
    [
      'rule-conflict',
      'two rules of one family',
      withRules(ruled, [
        { rule: determiner, changed: true },
        { rule: { ...determiner, source: order.source }, changed: true },
      ]),
    ],
    ['length', 'a record beyond what the recipe allows', tooLong(format)],
  ])('refuse, for %s, %s', (reason, _what, draft) => {
    expect(runGates(draft)).toMatchObject({ reason, fault: { why: expect.stringMatching(/./) } })
  })
})

function withExceptions(draft: Draft, exceptions: ReadonlySet<number>): Draft {
  return withRules(
    draft,
    draft.obeyed.rules.map(({ rule: one, changed }) => ({ rule: { ...one, exceptions }, changed })),
  )
}

/** The answer of another label changed along with that of the rule, and written so. */
function interfering(draft: Draft): Draft {
  const { plain } = draft.obeyed
  const without = {
    ...plain,
    lowered: {
      answer: plain.lowered.answer.map((group) =>
        group.label === 'person' ? { ...group, items: [] } : group,
      ),
      places: plain.lowered.places.map((own, at) => (plain.schema[at]!.label === 'person' ? [] : own)),
    },
  }
  return { ...draft, obeyed: { ...draft.obeyed, plain: without } }
}

function tooLong(draft: Draft): Draft {
  return { ...draft, task: { ...draft.task, recipe: { ...draft.task.recipe, maxLength: 300 } } }
}
