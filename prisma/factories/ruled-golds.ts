import fc from 'fast-check'
import type { RuleScope, TransformName } from '@/lib/rules/model'
import { MARKS, wordLists } from '@/lib/rules/word-lists'
import type { AskedSchema, TaskForm } from '@/lib/tasks/model'
import { sliceCodePoints } from '@/lib/tasks/model'
import { eventsIn, extentsIn, hostileTexts, relationsIn } from '@/prisma/factories/golds'

// What rules look for, between what trips over offsets.
const PIECES = [
  'the ',
  'The ',
  'an ',
  "l'",
  'President ',
  ' Jr.',
  ' , Sr.',
  '总统',
  '$ ',
  '40',
  ' mg',
  'mg',
  '%',
  '"',
  '“',
  '”',
  '( ',
  ' )',
  '``',
  "''",
  'Ana',
  'ana ',
  'she',
  '他',
  'in ',
  '. ',
  '。',
  '\n',
  ' ',
  '👩‍🚒',
  'e\u0301',
]

const texts = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.constantFrom(...PIECES), { minLength: 2, maxLength: 14 })
      .map((pieces) => pieces.join('')),
  },
  hostileTexts,
)

/** A text with a gold of a task form as a mapper might write it, full of what rules are about. */
export function ruledGolds(form: TaskForm): fc.Arbitrary<{ text: string; gold: unknown }> {
  return texts.chain((text) => fc.record({ text: fc.constant(text), gold: goldIn(form, text) }))
}

const label = fc.constantFrom('a', 'b', 'c', '__proto__')

function goldIn(form: TaskForm, text: string): fc.Arbitrary<unknown> {
  if (form === 'ner') return spansIn(text)
  if (form === 're' || form === 'spo' || form === 'kg') return relationsIn(text)
  if (form === 'ee' || form === 'eet' || form === 'eea')
    return fc.tuple(eventsIn(text), fc.array(fc.boolean(), { minLength: 5, maxLength: 5 })).map(hedged)
  if (form === 'tc') return fc.record({ labels: fc.array(label, { maxLength: 4 }), multi: fc.constant(true) })
  if (form === 'mrc') return readingsIn(text)
  return fc.record({
    tuples: fc.array(
      fc.record({
        predicate: partIn(text),
        arguments: fc.array(partIn(text), { minLength: 1, maxLength: 5 }),
      }),
      { maxLength: 4 },
    ),
  })
}

function spansIn(text: string) {
  return fc.record({
    spans: fc.array(
      fc.tuple(extentsIn(text), label).map(([extent, own]) => ({ ...extent, label: own })),
      { maxLength: 8 },
    ),
  })
}

function hedged([{ events }, marks]: [{ events: object[] }, boolean[]]) {
  return {
    events: events.map((event, at) =>
      marks[at] ? { ...event, attributes: { 'Speculated.value': 'true' } } : event,
    ),
  }
}

/** Words with their place, blank ones left out, or words of no place. */
function partIn(text: string) {
  const placed = extentsIn(text).map(({ start, end }) => ({
    text: sliceCodePoints(text, start, end),
    start,
    end,
  }))
  const loose = fc.constantFrom('she', 'in the end', 'Ana').map((words) => ({ text: words }))
  return fc.oneof(placed, loose).map((part) => (part.text.trim() ? part : { text: 'x' }))
}

function readingsIn(text: string) {
  const answer = partIn(text).map((part) => ('start' in part ? { text: part.text, start: part.start } : part))
  return fc.tuple(fc.array(answer, { maxLength: 4 }), fc.boolean()).map(([answers, isChoice]) => ({
    question: 'Who?',
    answers,
    answerable: answers.length > 0,
    ...(isChoice && answers.length ? { options: answers.map(({ text: words }) => words) } : {}),
  }))
}

/** Scopes: every label, some, or one that is nowhere. */
export const ruleScopes: fc.Arbitrary<RuleScope> = fc.constantFrom(
  { labels: [] },
  { labels: ['a'] },
  { labels: ['b', 'r'] },
  { labels: ['r', 's', '__proto__'] },
  { labels: ['nowhere'] },
)

const edge = (words: readonly string[]) =>
  fc.record({ mode: fc.constantFrom('include', 'drop'), words: fc.constant(words) })
const among = fc.record({ among: fc.constantFrom('same-label', 'any-label') })
const none = fc.constant({})

/** Parameters of each transform as a rule could store them. */
export const ruleParameters: Record<TransformName, fc.Arbitrary<Record<string, unknown>>> = {
  'leading-determiner': edge([...wordLists.articles.en!, ...wordLists.articles.fr!]),
  'leading-title': edge(wordLists.leadingTitles.en!),
  'trailing-title': edge([...wordLists.trailingTitles.en!, ...wordLists.trailingTitles.zh!]),
  'leading-unit': edge(wordLists.leadingUnits),
  'trailing-unit': edge(wordLists.trailingUnits),
  'enclosing-marks': fc.record({
    mode: fc.constantFrom('include', 'drop'),
    pairs: fc.constant(MARKS.map((pair) => [...pair])),
  }),
  'longest-span': among,
  'outermost-span': among,
  'innermost-span': among,
  'drop-pronouns': fc.constant({ words: [...wordLists.pronouns.en!, ...wordLists.pronouns.zh!] }),
  'drop-generic': none,
  'drop-hedged': fc.constant({
    kinds: ['speculated'],
    attributes: ['Speculated.value', '__proto__'],
    values: ['true'],
  }),
  'first-mention': fc.record({ letters: fc.constantFrom('exact', 'folded') }),
  'distinct-items': none,
  'at-most-labels': fc.record({
    count: fc.constantFrom(1, 2),
    order: fc.constantFrom([], ['b', 'a'], ['__proto__']),
  }),
  'tie-break': fc.constantFrom(
    { prefer: 'a', over: ['b', '__proto__'], when: 'same-span' },
    { prefer: 'b', over: ['a'], when: 'overlapping' },
    { prefer: 'r', over: ['s'], when: 'same-span' },
  ),
  'merge-labels': fc.constantFrom(
    { labels: ['a', 'b'], into: 'a' },
    { labels: ['r', 'b', '__proto__'], into: 'new' },
  ),
  'order-items': fc.record({
    by: fc.constantFrom('appearance', 'last-first', 'alphabetical', 'reverse-alphabetical'),
  }),
  'full-sentence': none,
  'shortest-answer': none,
  'first-arguments': fc.record({
    count: fc.constantFrom(1, 2, 3),
    words: fc.constant(wordLists.prepositions.en!),
  }),
}

/** A schema that asks for everything that these golds can hold. */
export const askedForAll: AskedSchema = ['a', 'b', 'c', '__proto__', 'r', 's', 'name', 'new'].map((name) => ({
  label: name,
  fields: ['who', 'what', 'trigger_', 'who.what', 'r', 's', 'born', 'name_'],
}))
