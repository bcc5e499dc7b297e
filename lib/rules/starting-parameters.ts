import type { TransformName } from '@/lib/rules/model'
import { MARKS, wordLists } from '@/lib/rules/word-lists'
import { isChinese } from '@/lib/tasks/model'

type Corpus = { language: string; labels: readonly string[] }

/** The parameters that a person who writes a rule begins with: the words of the corpus's language, its commonest labels. */
export function startingParameters(name: TransformName, corpus: Corpus): Record<string, unknown> {
  return starting[name]?.(corpus) ?? {}
}

const languageOf = ({ language }: Corpus) =>
  isChinese(language) ? 'zh' : (language.split(/[-_]/)[0] ?? '').toLowerCase()

/** Words of the language, those of English where none are known. */
const wordsOf = (lists: Record<string, readonly string[]>, corpus: Corpus) =>
  lists[languageOf(corpus)] ?? lists.en ?? []

const starting: Partial<Record<TransformName, (corpus: Corpus) => Record<string, unknown>>> = {
  'leading-determiner': (corpus) => ({ mode: 'include', words: wordsOf(wordLists.articles, corpus) }),
  'leading-title': (corpus) => ({ mode: 'include', words: wordsOf(wordLists.leadingTitles, corpus) }),
  'trailing-title': (corpus) => ({ mode: 'include', words: wordsOf(wordLists.trailingTitles, corpus) }),
  'leading-unit': () => ({ mode: 'include', words: wordLists.leadingUnits }),
  'trailing-unit': () => ({ mode: 'include', words: wordLists.trailingUnits }),
  'enclosing-marks': () => ({ mode: 'include', pairs: MARKS }),
  'longest-span': () => ({ among: 'any-label' }),
  'outermost-span': () => ({ among: 'any-label' }),
  'innermost-span': () => ({ among: 'any-label' }),
  'drop-pronouns': (corpus) => ({ words: wordsOf(wordLists.pronouns, corpus) }),
  'drop-hedged': () => ({ kinds: ['negated'], attributes: ['Negated'], values: ['true'] }),
  'first-mention': () => ({ letters: 'exact' }),
  'at-most-labels': ({ labels }) => ({ count: 1, order: labels.slice(0, 1000) }),
  'tie-break': ({ labels }) => ({ prefer: labels[1] ?? '', over: labels.slice(0, 1), when: 'same-span' }),
  'merge-labels': ({ labels }) => ({ labels: labels.slice(1, 2), into: labels[0] ?? '' }),
  'order-items': () => ({ by: 'alphabetical' }),
  'first-arguments': (corpus) => ({ count: 2, words: wordsOf(wordLists.prepositions, corpus) }),
}
