import type { Phrases } from '@/lib/artifacts/kinds/guideline/mining/phrases'

const LOOKS = {
  names: 'names',
  'lower-case': 'words and phrases, mostly in lower case,',
  mixed: 'names and other words',
}

const LENGTHS = {
  'one-word': 'Nearly all are single words.',
  'several-words': 'Nearly all have several words.',
}

const SIGNS = { quote: 'quotation marks', bracket: 'brackets' }

/** How the miner speaks English. */
export const englishPhrases: Phrases = {
  definition: ({ label, readable, examples, look, heads, length, leads }) =>
    [
      `“${label}”${readable ? ` (${readable})` : ''} marks ${LOOKS[look]} such as ${list(examples)}.`,
      heads && `The main word of ${heads.most ? 'most' : 'many'} is ${list(heads.words, 'or')}.`,
      length && LENGTHS[length],
      leads.length > 0 && `They often follow ${list(leads, 'or')}.`,
    ]
      .filter(Boolean)
      .join(' '),

  builtOn: ({ head, wordings }) => `Mentions whose main word is ${quote(head)}: ${list(wordings)}.`,
  singleWords: (wordings) => `Single words as well as longer ones: ${list(wordings)}.`,
  abbreviations: (wordings) => `Abbreviations in capitals: ${list(wordings)}.`,
  shortForms: (wordings) =>
    `A short form in brackets right after the full name, such as ${list(wordings)}, is a mention of its own; the brackets stay outside.`,
  joined: (wordings) =>
    `What runs on across “of”, “and”, “for” or “the” stays one mention: ${list(wordings)}.`,
  withDigits: (wordings) => `A year or number that belongs to the name is inside: ${list(wordings)}.`,
  lowerCase: (wordings) => `Wordings in lower case, too: ${list(wordings)}.`,
  inLists: () =>
    'In a list every item is a mention of its own; commas and “and” or “or” between them stay outside.',
  holds: ({ other, wordings }) =>
    `May hold a mention of “${other}”, which is labelled as well: ${list(wordings)}.`,

  article: {
    outside: ({ token }) => `Leave out the article ${quote(token)} that stands before the name.`,
    inside: ({ token, wordings }) => `Keep the article ${quote(token)}, as in ${list(wordings)}.`,
    ask: ({ token, outside, inside, wordings }) =>
      `Is the article ${quote(token)} part of the name? It is inside ${times(inside)} (${list(wordings)}) and outside ${times(outside)}.`,
  },
  title: {
    outside: ({ place, tokens }) => `A title or office ${place} the name stays outside: ${list(tokens)}.`,
    inside: ({ place, wordings }) => `A title or office ${place} the name belongs to it: ${list(wordings)}.`,
    ask: ({ place, tokens, outside, inside, wordings }) =>
      `Does a title or office ${place} the name belong to it? It is outside ${times(outside)} (${list(tokens)}) and inside ${times(inside)} (${list(wordings)}).`,
  },
  possessive: () => "The possessive “'s” stays outside.",
  enclosed: {
    outside: ({ kind, open, close }) => `The ${SIGNS[kind]} ${open} ${close} around a mention stay outside.`,
    inside: ({ kind, wordings }) => `The ${SIGNS[kind]} around a mention belong to it: ${list(wordings)}.`,
    ask: ({ kind, open, close, outside, inside, wordings }) =>
      `Do the ${SIGNS[kind]} ${open} ${close} around a mention belong to it? They are outside ${times(outside)} and inside ${times(inside)} (${list(wordings)}).`,
  },
  measures: (tokens) => `Counting words before the name stay outside: ${list(tokens)}.`,
  beside: ({ before, after }) =>
    `Words that often stand beside a mention stay outside: ${[
      before.length > 0 && `${list(before)} before it`,
      after.length > 0 && `${list(after)} after it`,
    ]
      .filter(Boolean)
      .join('; ')}.`,
  edgeWord: {
    outside: ({ token, place }) => `${quote(token)} at the ${EDGES[place]} stays outside.`,
    inside: ({ token, place, wordings }) =>
      `${quote(token)} at the ${EDGES[place]} belongs to the mention: ${list(wordings)}.`,
    ask: ({ token, place, outside, inside }) =>
      `Does ${quote(token)} at the ${EDGES[place]} belong to the mention? It is inside ${times(inside)} and outside ${times(outside)}.`,
  },
  neighbour: ({ other, before, after }) =>
    `A mention of “${other}” directly ${before && after ? 'before or after' : before ? 'before' : 'after'} it is labelled on its own; the two are not one mention.`,

  otherLabel: {
    theirs: ({ label, other, mentions }) => `As a rule “${other}” and not “${label}”: ${list(mentions)}.`,
    ask: ({ label, other, mentions, once }) =>
      `${once ? 'A slip, or two meanings?' : `What in the sentence makes it “${label}”, what “${other}”?`} Both labels occur for ${mentions
        .map(
          ({ mention, own, others }) =>
            `${quote(mention)} (${label} ${number(own)}, ${other} ${number(others)})`,
        )
        .join(', ')}.`,
  },
  within: {
    outside: ({ other, wordings }) =>
      `Inside a longer mention of “${other}”, words such as ${list(wordings)} are not labelled on their own.`,
    inside: ({ other, wordings }) => `Labelled also inside a mention of “${other}”: ${list(wordings)}.`,
    ask: ({ other, outside, inside, wordings }) =>
      `Is it labelled inside a longer mention of “${other}” as well? It is ${times(inside)} (${list(wordings)}) and is not ${times(outside)}.`,
  },
  overlaps: ({ other, count, wordings }) =>
    `Where does each end when it overlaps a mention of “${other}”? That happens ${times(count)} (${list(wordings)}).`,
  unlabelled: (mentions) =>
    `Missed, or meant differently? The same words also stand without a label: ${mentions
      .map(
        ({ mention, labelled, unlabelled }) =>
          `${quote(mention)} (with ${number(labelled)}, without ${number(unlabelled)})`,
      )
      .join(', ')}.`,

  note: {
    builtOn: (head) => `main word ${quote(head)}`,
    typical: 'typical',
    abbreviation: 'abbreviation',
    shortForm: 'short form in brackets',
    singleWord: 'one word',
    withDigits: 'with a number',
    lowerCase: 'in lower case',
    otherLabel: (other) => `here it is “${other}”`,
    unlabelled: 'here it has no label',
    covered: ({ other, whole }) => `part of a longer “${other}”${whole ? `: ${quote(whole)}` : ''}`,
    outside: (token) => `${quote(token)} stays outside`,
    enclosed: (kind) => `the ${kind === 'quote' ? 'quotation marks' : 'brackets'} stay outside`,
  },
}

const EDGES = { first: 'beginning', last: 'end' }

export function quote(words: string): string {
  return `“${words.length > 60 ? `${words.slice(0, 58).trimEnd()}…` : words}”`
}

export function list(words: string[], last = 'and'): string {
  const quoted = words.map(quote)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${last} ${quoted.at(-1)}`
}

export function number(count: number): string {
  return count.toLocaleString('en')
}

export function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${number(count)} times`
}
