import type { Answerer, Asked } from './answerer'
import {
  isChineseCorpus,
  linesOf,
  listAt,
  type Marked,
  markedIn,
  numberAt,
  quoted,
  textAt,
} from './read-fenced'

type Example = { list: string; n: number; quote: string; tail: string | null; note: string }
type Drafted = {
  definition: string
  includes: string[]
  excludes: string[]
  typical: string[]
  questions: string[]
  positives: Example[]
  negatives: Example[]
}

/** What the counts and marks of the request say, in a few set sentences: other ones in every second version of the prompt. */
export const draftGuideline: Answerer = {
  prompt: 'draft-guideline',
  answer: (asked) => draft(asked),
  prose(asked) {
    const { definition, includes, excludes, typical, questions } = draft(asked)
    const parts = [[definition], includes, excludes, typical, questions]
    return parts.map((lines, at) => `${at + 1}. ${lines.join(' ') || '—'}`).join('\n')
  },
}

function draft({ fences, version }: Asked): Drafted {
  const figures = linesOf(fences, 'figures')
  const samples = linesOf(fences, 'samples')
  const counted = (kind: string) => figures.filter((one) => one.kind === kind && textAt(one, 'what') !== '')
  const marked = samples.flatMap((sample) => namesOf(markedIn(textAt(sample, 'text'))))
  const frequent = counted('frequent').map((one) => textAt(one, 'what'))
  const typical = [...new Set([...frequent, ...marked])].filter((one) => one.length <= 200).slice(0, 8)
  const write = isChineseCorpus(fences) ? zh : en
  const [label] = linesOf(fences, 'label')
  const name = textAt(label, 'label')
  const edges = ['before', 'after'].flatMap((side) =>
    counted(side)
      .filter((one) => !/^[\p{Po}\p{Sm}]+$/u.test(textAt(one, 'what')) || /["'%]/.test(textAt(one, 'what')))
      .slice(0, 1)
      .map((one) => write.edge(textAt(one, 'what'), side)),
  )
  const heads = counted('head-word')
    .slice(0, 2)
    .map((one) => write.head(textAt(one, 'what')))
  const [known] = linesOf(fences, 'before')
  const rivals = counted('ambiguous').slice(0, 3)
  return {
    definition: write.definition(name, { typical: typical.slice(0, 3), isFirst: version % 2 === 1 }),
    includes: [...listAt(known, 'includes').slice(0, 2), ...edges, ...heads].map(short).slice(0, 8),
    excludes: [
      ...rivals.map((one) => write.other(textAt(one, 'what'), textAt(one, 'label'))),
      ...counted('unlabelled')
        .slice(0, 2)
        .map((one) => write.alone(textAt(one, 'what'))),
    ].map(short),
    typical,
    questions: rivals
      .map((one) =>
        write.question(textAt(one, 'what'), {
          label: textAt(one, 'label'),
          name,
          count: numberAt(one, 'count'),
          against: numberAt(one, 'against'),
        }),
      )
      .map(short),
    positives: samples.slice(0, 4).flatMap((sample) => exampleOf('samples', sample)),
    negatives: linesOf(fences, 'contrasts')
      .slice(0, 3)
      .flatMap((sample) => exampleOf('contrasts', sample)),
  }
}

/** The first marked thing of a text; both ends of a relation; a text without marks as a whole. */
function exampleOf(list: string, sample: Record<string, unknown>): Example[] {
  const marks = markedIn(textAt(sample, 'text'))
  const tail = marks.find(({ as }) => isEnd(as, 'tail'))?.words ?? null
  const own =
    marks.find(({ as }) => isEnd(as, 'head') || as === 'trigger') ??
    marks.find(({ as }) => as === '') ??
    marks[0]
  const quote = own?.words ?? ''
  if (quote.length > 2000 || (tail ?? '').length > 2000) return []
  return [{ list, n: numberAt(sample, 'n'), quote, tail, note: '' }]
}

const isEnd = (as: string, end: string) => as === end || as.startsWith(`${end} of `)
const namesOf = (marks: Marked[]) =>
  marks.filter(({ as }) => as === '' || as === 'trigger').map(({ words }) => words)
const short = (line: string) => (line.length > 600 ? `${line.slice(0, 590)}…` : line)

type Against = { label: string; name: string; count: number; against: number }
type Naming = { typical: string[]; isFirst: boolean }

const en = {
  definition(name: string, { typical, isFirst }: Naming) {
    const shown = typical.map(quoted).join(', ')
    if (!shown)
      return isFirst ? `What the label ${quoted(name)} names.` : `${quoted(name)} as its texts show it.`
    return isFirst
      ? `What the texts name as ${quoted(name)}: ${shown} and others of their kind.`
      : `${quoted(name)} is whatever a text names in the way of ${shown}; nothing that it only describes.`
  },
  edge: (token: string, side: string) =>
    side === 'before'
      ? `The item begins after ${quoted(token)}, which is left out.`
      : `The item ends before ${quoted(token)}.`,
  head: (word: string) => `A name with ${quoted(word)} in it counts as a whole.`,
  other: (words: string, label: string) =>
    `${quoted(words)} where it stands for ${quoted(label)}: that label, not this one.`,
  alone: (words: string) => `${quoted(words)} where it names nothing in particular: no label.`,
  question: (words: string, { label, name, count, against }: Against) =>
    `${quoted(words)} carries ${quoted(label)} ${count} times and ${quoted(name)} ${against} times. Which is meant?`,
}

const zh: typeof en = {
  definition(name, { typical, isFirst }) {
    const shown = typical.map(quoted).join('、')
    if (!shown) return isFirst ? `标签${quoted(name)}所指的内容。` : `${quoted(name)}以原文所示为准。`
    return isFirst
      ? `原文中称为${quoted(name)}的内容，如${shown}及同类。`
      : `${quoted(name)}指原文以${shown}这类方式点名的内容，只作描述的不算。`
  },
  edge: (token, side) =>
    side === 'before' ? `从${quoted(token)}之后标起，该词不标。` : `标到${quoted(token)}之前为止。`,
  head: (word) => `含${quoted(word)}的名称整体标注。`,
  other: (words, label) => `${quoted(words)}表示${quoted(label)}时，标该标签，不标本标签。`,
  alone: (words) => `${quoted(words)}不特指任何对象时，不标。`,
  question: (words, { label, name, count, against }) =>
    `${quoted(words)}标作${quoted(label)}${count}次，标作${quoted(name)}${against}次，应以哪个为准？`,
}
