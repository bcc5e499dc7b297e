import { list, number, quote } from '@/lib/artifacts/kinds/guideline/mining/phrases.en'
import type { Pair, RelationPhrases } from '@/lib/artifacts/kinds/guideline/mining/relations/phrases'

const fromTo = ({ head, tail }: Pair) => `from ${quote(head)} to ${quote(tail)}`
const both = ({ head, tail }: Pair) => `${quote(head)} and ${quote(tail)}`

function joined(pairs: Pair[], say: (pair: Pair) => string, sign = ','): string {
  const said = pairs.map(say)
  return said.length < 2
    ? said.join('')
    : `${said.slice(0, -1).join(`${sign} `)}${sign === ',' ? ' and' : sign} ${said.at(-1)}`
}

/** How the miner speaks of relations in English. */
export const englishRelationPhrases: RelationPhrases = {
  definition: ({ label, readable, pairs, types, first, words }) =>
    [
      `${quote(label)}${readable ? ` (${readable})` : ''} leads from a head to a tail, as ${joined(pairs, fromTo)}.`,
      types &&
        (types.head === types.tail
          ? `Both ends are mostly ${quote(types.head)}.`
          : `The head is mostly ${quote(types.head)}, the tail mostly ${quote(types.tail)}.`),
      first && `In the text the ${first} nearly always comes first.`,
      words.length > 0 && `Words between the two that speak for it: ${list(words)}.`,
    ]
      .filter(Boolean)
      .join(' '),
  types: ({ types, pairs }) =>
    `The head may be ${quote(types.head)} and the tail ${quote(types.tail)}: ${joined(pairs, fromTo)}.`,
  between: ({ words, pairs }) =>
    `The two may be joined by no more than ${list(words, 'or')}: ${joined(pairs, fromTo)}.`,
  eitherFirst: ({ headFirst, tailFirst }) =>
    `Either end may come first in the text: the head as ${fromTo(headFirst)}, the tail as ${fromTo(tailFirst)}.`,
  severalTails: (pairs) =>
    `One head may have several tails; each is a relation of its own: ${joined(pairs, fromTo)}.`,
  severalHeads: (pairs) =>
    `Several heads may have one tail; each is a relation of its own: ${joined(pairs, fromTo)}.`,
  bothWays: (pairs) => `Where it holds both ways, it is given twice: between ${joined(pairs, both, ';')}.`,
  samePair: ({ other, pairs }) =>
    `The same two may be joined by ${quote(other)} as well; both are given: ${joined(pairs, fromTo)}.`,
  otherWay: ({ other, pairs }) =>
    `The other way round the same two are joined by ${quote(other)}: where this leads ${joined(pairs, fromTo)}.`,
  unrelated: {
    rule: ({ types, pairs }) =>
      `To stand in one text is not enough: pairs of ${types.head === types.tail ? `two ${quote(types.head)}` : both(types)} need not be related, such as ${joined(pairs, both, ';')}.`,
    ask: ({ types, pairs, related, unrelated }) =>
      `Missed, or not related? Of the pairs of ${types.head === types.tail ? `two ${quote(types.head)}` : both(types)} that share a text, ${number(related)} have this relation and ${number(unrelated)} have none, such as ${joined(pairs, both, ';')}.`,
  },
  note: {
    'head-first': 'the head comes first',
    'tail-first': 'the tail comes first',
    nested: 'one end lies within the other',
    words: (words) => `told by ${quote(words)}`,
    unrelated: 'the two are not related here',
  },
}
