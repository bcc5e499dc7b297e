import { pairOf, type RuleSurvey } from '@/lib/artifacts/kinds/rule/mining/rule-survey'
import type { TriedCorpus } from '@/lib/artifacts/kinds/rule/mining/rule-trial'
import type { AppliedRule } from '@/lib/rules/apply-rule'
import { findTransform } from '@/lib/rules/find-transform'
import type { RuleScope, TransformName } from '@/lib/rules/model'
import { wordLists } from '@/lib/rules/word-lists'
import { isChinese } from '@/lib/tasks/model'

/** So often something has to be there before a rule about it is worth a reviewer's time. */
export const LEAST = 5
/** A rule is at home in a label when it touches this share of its mentions, and is about such labels alone when they hold this share. */
const SHARE = 0.02
const CONCENTRATED = 0.9
/** A corpus most of whose mentions are in lower case has no names to tell from generic words. */
const MOSTLY = 0.6
const MOST_WORDS = 60
const MOST_TIES = 5
/** Two labels are worth merging when this share of the rarer one's things could as well have the other. */
const CONFUSED = 0.1
const MOST_MERGES = 5

/** The rules that a survey of the gold suggests, each with its words and scope. A trial says what they do. */
export function proposeRules(survey: RuleSurvey, corpus: TriedCorpus): AppliedRule[] {
  return [
    ...edgeRules(survey),
    ...markRules(survey),
    ...nestingRules(survey),
    ...inclusionRules(survey),
    ...tieRules(survey),
    ...mergeRules(survey, corpus),
    ...listRules(survey, corpus),
    ...extentRules(corpus),
  ].filter(({ scope, transform }) => {
    const { forms } = findTransform(transform.name)
    return forms.includes(corpus.taskForm) && scope.labels.length <= 200
  })
}

function rule(name: TransformName, parameters: Record<string, unknown>, labels: string[] = []): AppliedRule {
  return { scope: { labels }, transform: { name, parameters } }
}

const EDGE_NAMES = [
  'leading-determiner',
  'leading-title',
  'trailing-title',
  'leading-unit',
  'trailing-unit',
] as const

function edgeRules(survey: RuleSurvey): AppliedRule[] {
  return EDGE_NAMES.flatMap((name) =>
    (['include', 'drop'] as const).flatMap((mode) => {
      const seen = survey.seen(`${name} ${mode}`)
      if (sum(seen) < LEAST) return []
      const words = wordsOf(seen).slice(0, MOST_WORDS)
      return [rule(name, { mode, words }, scopeOf(seen, survey).labels)]
    }),
  )
}

function markRules(survey: RuleSurvey): AppliedRule[] {
  return (['include', 'drop'] as const).flatMap((mode) => {
    const seen = survey.seen(`enclosing-marks ${mode}`)
    if (sum(seen) < LEAST) return []
    return [rule('enclosing-marks', { mode, pairs: wordsOf(seen).map(pairOf) }, scopeOf(seen, survey).labels)]
  })
}

function nestingRules(survey: RuleSurvey): AppliedRule[] {
  const same = (kind: string) => sum(survey.seen(`${kind} same-label`))
  const any = (kind: string) => same(kind) + sum(survey.seen(`${kind} any-label`))
  const nested = any('nested') >= LEAST ? (['outermost-span', 'innermost-span'] as const) : []
  return [
    ...nested.flatMap((name) => [
      rule(name, { among: 'any-label' }),
      ...(same('nested') >= LEAST && same('nested') < any('nested')
        ? [rule(name, { among: 'same-label' })]
        : []),
    ]),
    ...(any('crossing') >= LEAST ? [rule('longest-span', { among: 'any-label' })] : []),
  ]
}

function inclusionRules(survey: RuleSurvey): AppliedRule[] {
  const pronouns = survey.seen('pronoun')
  const generic = survey.seen('lower-case')
  const share =
    sum(generic) /
    Math.max(
      1,
      [...survey.mentions.values()].reduce((all, one) => all + one, 0),
    )
  return [
    ...(sum(pronouns) >= LEAST
      ? [rule('drop-pronouns', { words: wordsOf(pronouns).slice(0, MOST_WORDS) })]
      : []),
    ...(sum(generic) >= LEAST && share < MOSTLY
      ? [rule('drop-generic', {}, scopeOf(generic, survey).labels)]
      : []),
    ...hedgeRules(survey),
  ]
}

const KINDS = [
  ['speculated', /speculat|hypothe|uncertain|modality/i],
  ['negated', /negat|polarity/i],
] as const
/** What an attribute says of an event that is such. */
const YES = /^(true|yes|1|speculated|speculative|hypothetical|uncertain|possible|negated|negative|neg)$/i

/** For each kind of hedge a rule, and one for both. */
function hedgeRules(survey: RuleSurvey): AppliedRule[] {
  const marks = wordsOf(survey.seen('hedge')).map(pairOf)
  const found = KINDS.flatMap(([kind, pattern]) => {
    const own = marks.filter(([name, value]) => pattern.test(name) && YES.test(value))
    return own.length ? [{ kind, own }] : []
  })
  const choices = found.length > 1 ? [...found.map((one) => [one]), found] : found.map((one) => [one])
  return choices.map((chosen) => {
    const own = chosen.flatMap((one) => one.own)
    return rule('drop-hedged', {
      kinds: chosen.map(({ kind }) => kind),
      attributes: unique(own.map(([name]) => name)),
      values: unique(own.map(([, value]) => value)),
    })
  })
}

/** The label that is rarer says more, and goes before the other. */
function tieRules(survey: RuleSurvey): AppliedRule[] {
  const pairs = [...(survey.seen('tie').get('') ?? [])].filter(([, count]) => count >= LEAST)
  return pairs
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_TIES)
    .map(([pair]) => {
      const count = (label: string) => survey.counts.get(label) ?? 0
      const [one, other] = pairOf(pair)
      const [prefer, over] = count(one) <= count(other) ? [one, other] : [other, one]
      return rule('tie-break', { prefer, over: [over], when: 'same-span' }, [over])
    })
}

/** Labels that people confuse, under the name of the commoner one. That a text has several classes is no confusion. */
function mergeRules({ confusions, counts }: RuleSurvey, { taskForm }: TriedCorpus): AppliedRule[] {
  if (taskForm === 'tc') return []
  const count = (label: string) => counts.get(label) ?? 0
  return confusions
    .pairs()
    .filter(({ labels, weight }) => weight >= LEAST && weight >= CONFUSED * Math.min(...labels.map(count)))
    .slice(0, MOST_MERGES)
    .map(({ labels: [one, other] }) => {
      const [rare, common] = count(one) <= count(other) ? [one, other] : [other, one]
      return rule('merge-labels', { labels: [rare], into: common }, [rare, common].sort())
    })
}

function listRules(survey: RuleSurvey, { taskForm }: TriedCorpus): AppliedRule[] {
  const order = [...survey.counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([label]) => label)
  const limits = [1, 2].filter(() => sum(survey.seen('classes')) >= LEAST)
  return [
    ...(sum(survey.seen('repeat')) >= LEAST ? [rule('first-mention', { letters: 'exact' })] : []),
    ...(taskForm === 'ner' ? [] : [rule('distinct-items', {})]),
    ...limits.map((count) => rule('at-most-labels', { count, order: order.slice(0, 1000) })),
    rule('order-items', { by: 'alphabetical' }),
    rule('order-items', { by: 'last-first' }),
  ]
}

function extentRules({ taskForm, language }: TriedCorpus): AppliedRule[] {
  const words = wordLists.prepositions[isChinese(language) ? 'zh' : 'en'] ?? []
  if (taskForm === 'mrc') return [rule('full-sentence', {}), rule('shortest-answer', {})]
  return taskForm === 'openie' ? [rule('first-arguments', { count: 2, words })] : []
}

type Seen = ReadonlyMap<string, ReadonlyMap<string, number>>

/** The labels that a rule is about: a few, where nearly all that it touches is of these and it touches enough of them; else all. */
function scopeOf(seen: Seen, survey: RuleSurvey): RuleScope {
  const counts = [...seen].map(([label, words]) => ({ label, count: sum(new Map([[label, words]])) }))
  const home = counts.filter(
    ({ label, count }) => label !== '' && count >= SHARE * (survey.mentions.get(label) ?? 0),
  )
  const inside = home.reduce((all, { count }) => all + count, 0)
  const isFew = home.length > 0 && home.length <= survey.labels().length / 2
  return { labels: isFew && inside >= CONCENTRATED * sum(seen) ? home.map(({ label }) => label).sort() : [] }
}

function sum(seen: Seen): number {
  let count = 0
  for (const words of seen.values()) for (const one of words.values()) count += one
  return count
}

/** The words seen, of all labels, the most frequent first. */
function wordsOf(seen: Seen): string[] {
  const counts = new Map<string, number>()
  for (const words of seen.values())
    for (const [word, count] of words) counts.set(word, (counts.get(word) ?? 0) + count)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word)
}

const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)]
