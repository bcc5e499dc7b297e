import { LABELS } from '@/bench/compose/corpus'
import { carriers } from '@/lib/formats/model'
import { findTransform } from '@/lib/rules/find-transform'
import type { TransformName } from '@/lib/rules/model'
import type { GivenContent } from '@/prisma/factories/synthesis'

const GUIDED = LABELS.slice(0, 9)

/** Guidelines as people approve them: a definition, a few lines on either side, typical mentions, examples. */
export function writeGuidelines(corpusId: string) {
  return GUIDED.map((label, at) => ({
    corpusId,
    label,
    definition: `Names that this corpus labels ${label}: the thing itself, by the name under which people of the harbour know it.`,
    includes: [
      `A short form counts when it stands for the whole name of the ${label}.`,
      'A name in quotation marks counts without the marks.',
      'A name that is part of a longer name counts when it is used on its own.',
    ],
    excludes: [
      'Words that only describe it, such as “the old one”, do not count.',
      'Articles and titles before the name stay outside.',
    ],
    typical: ['Grey Petrel', 'Port Ellis', 'Ana Lund', 'Marrow Finch', 'Ostrey Wickholm'],
    positives: [1, 2, 3, 4].map((n) => ({ ordinal: at * 10 + n, start: 0, end: 5, note: '' })),
    negatives: [5, 6].map((n) => ({ ordinal: at * 10 + n, start: 0, end: 5, note: 'only described' })),
  }))
}

const RULES: { name: TransformName; parameters: Record<string, unknown>; labels: string[] }[] = [
  { name: 'leading-determiner', parameters: { mode: 'include', words: ['the', 'a', 'an'] }, labels: [] },
  { name: 'order-items', parameters: { by: 'alphabetical' }, labels: [] },
  { name: 'distinct-items', parameters: {}, labels: ['person', 'place'] },
  { name: 'first-mention', parameters: { letters: 'folded' }, labels: ['vessel'] },
  { name: 'outermost-span', parameters: { among: 'any-label' }, labels: [] },
]

/** Rules of several families, some about every label, each with what its transform says of itself. */
export function writeRules(corpusId: string): GivenContent[] {
  return RULES.map(({ name, parameters, labels }) => {
    const definition = findTransform(name)
    const { en, zh } = definition.statement(definition.parameters.parse(parameters), { labels })
    return {
      kind: 'rule',
      key: name,
      corpusId,
      content: {
        taskForm: 'ner',
        scope: { labels },
        statement: { en: en[0]!, zh: zh[0]! },
        paraphrases: { en: en.slice(1, 5), zh: zh.slice(1, 5) },
        transform: { name, parameters },
        exceptions: [],
        note: '',
      },
    }
  })
}

/** A format variant of each carrier. */
export function writeFormats(): GivenContent[] {
  return carriers.map((carrier) => ({
    kind: 'format',
    key: carrier,
    corpusId: null,
    content: {
      name: carrier,
      carrier,
      parameters: {},
      taskForms: [],
      ask: {
        en: [`Write the {items} as ${carrier}, by {group}.`, `Answer as ${carrier} and nothing else.`],
        zh: [`请以 ${carrier} 写出{items}。`],
      },
      askRecords: { en: [], zh: [] },
    },
  }))
}
