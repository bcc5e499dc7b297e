import { isDeepStrictEqual } from 'node:util'
import { locateGold } from '@/lib/quotes/locate-gold'
import { type QuotedGold, quotedGoldSchemas } from '@/lib/quotes/model'
import { quoteGold } from '@/lib/quotes/quote-gold'
import { unshowText } from '@/lib/quotes/show-hidden'
import { findTransform } from '@/lib/rules/find-transform'
import type { RuleTransform, TransformName } from '@/lib/rules/model'
import { MARKS, wordLists } from '@/lib/rules/word-lists'
import type { TaskForm } from '@/lib/tasks/model'
import type { Answerer, Asked } from './answerer'
import { linesOf, listAt, textAt } from './read-fenced'

/**
 * Does what the rule says where one of the transforms says it; any other rule it finds not to apply. A further candidate, told by its
 * seed, sometimes overlooks one place, as models do.
 */
export const annotateUnderRule: Answerer = {
  prompt: 'annotate-under-rule',
  answer(asked) {
    const [rule] = linesOf(asked.fences, 'rule')
    const isChinese = /\p{Script=Han}/u.test(textAt(rule, 'statement'))
    const given = readGiven(asked)
    const obeyed =
      given && obey(given, { statement: textAt(rule, 'statement'), labels: listAt(rule, 'labels') })
    const overlooks = Boolean(asked.request.seed) && asked.draw() < OVERLOOKS
    const after = overlooks && obeyed ? overlook(given.quoted, { obeyed, draw: asked.draw }) : obeyed
    const changed = given && after ? changesOf(given.quoted, after) : []
    const applies = changed.length > 0
    const why = isChinese
      ? applies
        ? '原文有规则所说的情况。'
        : '原文没有规则所说的情况。'
      : applies
        ? 'The text has what the rule speaks about.'
        : 'The text has nothing that the rule speaks about.'
    const reason = isChinese ? '按规则' : 'as the rule says'
    const answer =
      (applies && after) || given?.quoted || JSON.parse(unshowText(asked.fences.gold?.[0] ?? 'null'))
    return { why, applies, changed: changed.slice(0, 100).map((one) => ({ ...one, reason })), answer }
  },
}

/** So many of the further candidates do. */
const OVERLOOKS = 0.3

/** The obeying answer with one place as it was before; that is the answer of before, where the two cannot be told apart place by place. */
function overlook(
  before: QuotedGold,
  { obeyed, draw }: { obeyed: QuotedGold; draw: () => number },
): QuotedGold {
  if (!('spans' in before && 'spans' in obeyed) || before.spans.length !== obeyed.spans.length) return before
  const changed = obeyed.spans.flatMap((span, at) => (isDeepStrictEqual(span, before.spans[at]) ? [] : [at]))
  const left = changed[Math.floor(draw() * changed.length)]
  return { ...obeyed, spans: obeyed.spans.map((span, at) => (at === left ? before.spans[at]! : span)) }
}

type Given = { form: TaskForm; text: string; quoted: QuotedGold; gold: unknown }

const SHAPES = {
  spans: ['ner', { spans: [] }],
  entities: ['re', { entities: [], relations: [] }],
  events: ['ee', { events: [] }],
  tuples: ['openie', { tuples: [] }],
  answers: ['mrc', { question: '?', answers: [], answerable: false }],
} as const

/** The form is told by the keys of its answer; forms without places have nothing that could be moved. */
function readGiven({ fences }: Asked): Given | undefined {
  const text = unshowText(fences.text?.[0] ?? '')
  const answer: unknown = JSON.parse(unshowText(fences.gold?.[0] ?? 'null'))
  const found = Object.entries(SHAPES).find(
    ([key]) => answer !== null && typeof answer === 'object' && key in answer,
  )
  if (!found) return undefined
  const [form, nothing] = found[1]
  const quoted = quotedGoldSchemas[form].parse(answer)
  const located = locateGold(form, { text, gold: nothing, quoted })
  return 'faults' in located ? undefined : { form, text, quoted, gold: located.gold }
}

function obey(
  { form, text, gold, quoted }: Given,
  { statement, labels }: { statement: string; labels: string[] },
): QuotedGold | undefined {
  const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
  const rule = transformFor(statement)
  const transform = rule && findTransform(rule.name)
  if (!rule || !transform?.applyGold || !transform.forms.includes(form)) return undefined
  const of = { text, gold, form, language, scope: { labels } }
  const after = quoteGold(form, {
    text,
    gold: transform.applyGold(of, transform.parameters.parse(rule.parameters)),
  })
  return isDeepStrictEqual(after, quoted) ? undefined : after
}

// What a statement has to speak of, and which transform that is.
const KNOWN: [TransformName, RegExp, Record<string, unknown>][] = [
  [
    'leading-determiner',
    /\b(article|determiner)s?\b|“the”|冠词/i,
    { words: Object.values(wordLists.articles).flat() },
  ],
  ['enclosing-marks', /quotation mark|bracket|引号|括号/i, { pairs: MARKS }],
  ['leading-title', /\btitles?\b|头衔|职衔/i, { words: wordLists.leadingTitles.en }],
  ['trailing-unit', /\bunits?\b|单位/i, { words: wordLists.trailingUnits }],
  ['drop-pronouns', /pronoun|代词/i, { words: Object.values(wordLists.pronouns).flat() }],
  ['drop-generic', /lower.case|generic|泛指|小写/i, {}],
  ['innermost-span', /innermost|inner one|最内层|内层/i, { among: 'any-label' }],
  ['outermost-span', /outermost|outer one|nested|最外层|外层|嵌套/i, { among: 'any-label' }],
  ['longest-span', /longest|最长/i, { among: 'any-label' }],
  ['first-mention', /first mention|only once|首次|只标一次/i, { letters: 'exact' }],
  ['full-sentence', /(full|whole) sentence|整句/i, {}],
]

function transformFor(statement: string): RuleTransform | undefined {
  const found = KNOWN.find(([, words]) => words.test(statement))
  if (!found) return undefined
  const [name, , parameters] = found
  const mode = /leave out|drop|without|not part|exclude|不含|去掉|不标|略去/i.test(statement)
    ? 'drop'
    : 'include'
  return { name, parameters: { ...parameters, mode } }
}

/** Words that are there no more, and words that are new, one beside the other. */
function changesOf(before: QuotedGold, after: QuotedGold): { before: string; after: string }[] {
  const [gone, come] = [
    without(quotesIn(before), quotesIn(after)),
    without(quotesIn(after), quotesIn(before)),
  ]
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, at) => ({
    before: (gone[at] ?? '').slice(0, 2000),
    after: (come[at] ?? '').slice(0, 2000),
  }))
}

function without(all: string[], some: string[]): string[] {
  const left = [...some]
  return all.filter((one) => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

function quotesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(quotesIn)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'quote' ? [String(inner)] : quotesIn(inner),
  )
}
