import type { Phrases, Tally } from '@/lib/artifacts/kinds/guideline/phrases'

const LOOKS = {
  names: 'names',
  'lower-case': 'words and phrases, mostly in lower case,',
  mixed: 'names and other words',
}

const SIGNS = { quote: 'Quotation marks', bracket: 'Brackets' }

/** How the miner speaks English. Figures stand where they argue for something that a person has to settle. */
export const englishPhrases: Phrases = {
  definition: ({ label, readable, examples, look, heads, length, leads }) =>
    [
      `“${label}”${readable ? ` (${readable})` : ''} marks ${LOOKS[look]} such as ${list(examples)}.`,
      heads && `The main word of ${heads.most ? 'most' : 'many'} is ${list(heads.words, 'or')}.`,
      `They are ${span(length)}.`,
      leads.length > 0 && `Words that lead up to them: ${list(leads)}.`,
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
  withDigits: ({ nearlyAll, wordings }) =>
    nearlyAll
      ? `Nearly all hold a year or a number, and it is inside: ${list(wordings)}.`
      : `A year or number that belongs to the name is inside: ${list(wordings)}.`,
  lowerCase: (wordings) => `Wordings in lower case, too: ${list(wordings)}.`,
  inLists: () =>
    'In a list every item is a mention of its own; commas and “and” or “or” between them stay outside.',
  holds: ({ other, wordings }) =>
    `May hold a mention of “${other}”, which is labelled as well: ${list(wordings)}.`,
  liesWithin: ({ other, wordings, labelled, unlabelled }) =>
    unlabelled
      ? `Inside a mention of “${other}” it is labelled ${times(labelled)} (${list(wordings)}) and left alone ${times(unlabelled)}. To settle: which of the two?`
      : `Labelled also inside a mention of “${other}”: ${list(wordings)}.`,

  article: ({ token, outside, inside, mentions, wordings }) => {
    const stands = `${quote(token)} stands before and outside ${number(outside)} of ${number(mentions)} mentions`
    if (inside === 0) return `Leave out the article: ${stands} and never inside.`
    if (outside === 0) return `The article ${quote(token)} is inside in ${list(wordings)}.`
    const advice = outside >= inside ? 'Leave out the article' : 'Keep the article'
    return `${advice}: ${stands}; it is inside in ${number(inside)} (${list(wordings)}). To settle: is it part of the name there?`
  },
  titles: ({ place, tokens, inside }) =>
    `A title or office ${place} the name stays outside: ${tallies(tokens)}.` +
    (inside
      ? ` It is inside ${times(inside.count)}: ${quote(inside.words)}. To settle: a slip, or part of the name?`
      : ''),
  possessive: (count) => `The possessive “'s” stays outside (${times(count)}).`,
  enclosed: ({ kind, open, close, outside, inside, wordings }) =>
    `${SIGNS[kind]} ${open} ${close} around a mention stay outside (${times(outside)}).` +
    (inside ? ` They are inside ${times(inside)}: ${list(wordings)}. To settle.` : ''),
  measures: (tokens) => `Counting words before it stay outside: ${tallies(tokens)}.`,
  beside: ({ before, after }) =>
    `Often beside a mention, but outside it: ${[
      before.length > 0 && `${tallies(before)} before`,
      after.length > 0 && `${tallies(after)} after`,
    ]
      .filter(Boolean)
      .join('; ')}.`,
  edgeWord: ({ token, place, inside, outside }) =>
    `${quote(token)} ${place === 'first' ? 'at the beginning' : 'at the end'} is inside ${times(inside)} and outside ${times(outside)}. To settle.`,
  neighbour: ({ other, before, after }) =>
    `A mention of “${other}” directly ${sides(before, after)} is labelled on its own; the two are not one mention.`,
  otherLabel: ({ label, other, mentions, once }) =>
    `Some words also carry “${other}”: ${mentions
      .map(({ mention, own, others }) => `${quote(mention)} (${label} ${own}, ${other} ${others})`)
      .join(
        ', ',
      )}. To settle: ${once ? 'a slip, or two meanings' : `what in the sentence makes it “${label}”, what “${other}”`}?`,
  covered: ({ other, wordings, count }) =>
    `Not inside a longer mention of “${other}”: there words such as ${list(wordings)} are left alone (${times(count)}).`,
  overlaps: ({ other, count, wordings }) =>
    `Overlaps a mention of “${other}” ${times(count)} (${list(wordings)}). To settle: where does each end?`,
  unlabelled: (mentions) =>
    `The same words also stand without a label: ${mentions
      .map(
        ({ mention, labelled, unlabelled }) => `${quote(mention)} (with ${labelled}, without ${unlabelled})`,
      )
      .join(', ')}. To settle: missed, or meant differently there?`,

  note: {
    builtOn: (head) => `main word ${quote(head)}`,
    typical: 'frequent',
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

function quote(words: string): string {
  return `“${words.length > 60 ? `${words.slice(0, 58).trimEnd()}…` : words}”`
}

function list(words: string[], last = 'and'): string {
  const quoted = words.map(quote)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${last} ${quoted.at(-1)}`
}

function tallies(tokens: Tally[]): string {
  return tokens.map(({ words, count }) => `${quote(words)} (${number(count)})`).join(', ')
}

function number(count: number): string {
  return count.toLocaleString('en')
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${number(count)} times`
}

function sides(before: number, after: number): string {
  if (!after) return `before it (${times(before)})`
  if (!before) return `after it (${times(after)})`
  return `before it (${times(before)}) or after it (${times(after)})`
}

function span({ from, to, longest }: { from: number; to: number; longest: number }): string {
  const usual = from === to ? `${from} ${from === 1 ? 'word' : 'words'}` : `${from} to ${to} words`
  return longest > to ? `usually ${usual} long, at most ${longest}` : `${usual} long`
}
