import { findTransform } from '@/lib/rules/find-transform'
import { type RuleTransform, type TransformName, transformNames } from '@/lib/rules/model'
import { wordLists } from '@/lib/rules/word-lists'
import { textOf } from '../read-request'
import type { Answerer, Asked } from './answerer'
import { linesOf, numberAt, textAt } from './read-fenced'

type Rule = {
  why: string
  statement: { en: string; zh: string }
  family: string
  labels: string[]
  transform: RuleTransform | null
}

/** Rules that the figures call for, in the words of their transforms; one without a transform at the end. */
export const proposeRules: Answerer = {
  prompt: 'propose-rules',
  answer: (asked) => ({ rules: propose(asked) }),
  prose: (asked) =>
    propose(asked)
      .map(({ why, statement }) => `${why} Rule: ${statement.en}`)
      .join('\n'),
}

function propose(asked: Asked): Rule[] {
  const { fences, request, version } = asked
  const said = textOf(request, 'user')
  const offered = transformNames.filter((name) => said.includes(`\`${name}\` (`))
  const known = new Set(linesOf(fences, 'known').map((one) => textAt(one, 'statement')))
  const wanted = numberAt(linesOf(fences, 'wanted')[0], 'rules') || 3
  const ideas = offered.flatMap((name) => ideasFor(name, asked))
  const rules = ideas
    .map(({ transform, labels, why }): Rule => {
      const definition = findTransform(transform.name)
      const statement = definition.statement(definition.parameters.parse(transform.parameters), { labels })
      const at = (version - 1) % 2
      const pick = (all: string[]) => (all[at] ?? all[0]!).slice(0, 600)
      return {
        why,
        statement: { en: pick(statement.en), zh: pick(statement.zh) },
        family: definition.family,
        labels,
        transform,
      }
    })
    .filter(({ statement }) => !known.has(statement.en) && !known.has(statement.zh))
  return [...rules.slice(0, Math.max(0, wanted - 1)), withoutTransform].slice(0, Math.max(1, wanted))
}

/** Nothing that the closed set says: people and models answer it. */
const withoutTransform: Rule = {
  why: 'The texts name things in passing, and whether these count is a choice that projects make.',
  statement: {
    en: 'Leave out whatever the text names only in passing, in brackets or in a subordinate clause.',
    zh: '原文只是附带提到的内容，如括号或从句中的内容，一律不标。',
  },
  ...{ family: 'inclusion', labels: [], transform: null },
}

type Idea = { transform: RuleTransform; labels: string[]; why: string }

function ideasFor(name: TransformName, { fences }: Asked): Idea[] {
  const figures = linesOf(fences, 'figures')
  const labels = linesOf(fences, 'labels').map((one) => textAt(one, 'label'))
  const words = wordsFor(name)
  const seen = figures.filter(
    (one) => words.includes(textAt(one, 'what').toLowerCase()) || words.includes(textAt(one, 'what')),
  )
  const count = (kinds: string[]) =>
    figures
      .filter((one) => kinds.includes(textAt(one, 'kind')))
      .reduce((sum, one) => sum + numberAt(one, 'count'), 0)
  const idea = (parameters: Record<string, unknown>, why: string, own: string[] = []): Idea[] => [
    { transform: { name, parameters }, labels: own, why },
  ]
  switch (name) {
    case 'leading-determiner':
    case 'leading-title':
    case 'trailing-title':
    case 'leading-unit':
    case 'trailing-unit': {
      const outside = seen.filter((one) => one.kind === 'before' || one.kind === 'after').length > 0
      if (seen.length === 0) return []
      const used = [...new Set(seen.map((one) => textAt(one, 'what')))].slice(0, 20)
      return idea(
        { mode: outside ? 'include' : 'drop', words: used },
        `The gold has “${used[0]}” beside or inside its items.`,
      )
    }
    case 'outermost-span':
    case 'innermost-span':
    case 'longest-span':
      return count(['contains', 'within', 'overlaps']) > 0
        ? idea(
            { among: 'any-label' },
            `${count(['contains', 'within', 'overlaps'])} items lie in each other.`,
          )
        : []
    case 'tie-break':
      return labels.length > 1
        ? idea(
            { prefer: labels[0], over: labels.slice(1, 3), when: 'same-span' },
            `“${labels[0]}” is the commonest label.`,
          )
        : []
    case 'merge-labels':
      return labels.length > 2
        ? idea({ labels: labels.slice(1, 3), into: labels[1] }, 'Two labels lie close together.')
        : []
    case 'at-most-labels':
      return idea({ count: 1, order: labels.slice(0, 12) }, 'Texts have several classes.')
    case 'first-arguments':
      return idea(
        { count: 2, words: wordLists.prepositions.en },
        'Tuples have further arguments of time and place.',
      )
    case 'first-mention':
      return idea({ letters: 'exact' }, 'The same words are named again and again.')
    case 'order-items':
      return idea({ by: 'alphabetical' }, 'The order of the answer is free.')
    case 'drop-pronouns':
      return seen.length > 0 ? idea({ words: words.slice(0, 60) }, 'Pronouns are labelled.') : []
    case 'drop-generic':
    case 'distinct-items':
    case 'full-sentence':
    case 'shortest-answer':
      return idea({}, 'Projects differ in this.')
    default:
      return []
  }
}

function wordsFor(name: TransformName): string[] {
  const lists: Partial<Record<TransformName, string[]>> = {
    'leading-determiner': Object.values(wordLists.articles).flat(),
    'leading-title': wordLists.leadingTitles.en ?? [],
    'trailing-title': Object.values(wordLists.trailingTitles).flat(),
    'leading-unit': wordLists.leadingUnits,
    'trailing-unit': wordLists.trailingUnits,
    'drop-pronouns': Object.values(wordLists.pronouns).flat(),
  }
  return lists[name] ?? []
}
