export type Tally = { words: string; count: number }

/** What the miner can say, in one language. Mentions come bare; the phrases put the quotation marks. */
export type Phrases = {
  definition(of: {
    label: string
    /** The label as words, when it is written as one. */
    readable: string | null
    examples: string[]
    look: 'names' | 'lower-case' | 'mixed'
    heads: { words: string[]; most: boolean } | null
    length: { from: number; to: number; longest: number }
    leads: string[]
  }): string

  builtOn(of: { head: string; wordings: string[] }): string
  singleWords(wordings: string[]): string
  abbreviations(wordings: string[]): string
  shortForms(wordings: string[]): string
  joined(wordings: string[]): string
  withDigits(of: { nearlyAll: boolean; wordings: string[] }): string
  lowerCase(wordings: string[]): string
  inLists(): string
  holds(of: { other: string; wordings: string[] }): string
  liesWithin(of: { other: string; wordings: string[]; labelled: number; unlabelled: number }): string

  article(of: {
    token: string
    outside: number
    inside: number
    mentions: number
    wordings: string[]
  }): string
  titles(of: { place: 'before' | 'after'; tokens: Tally[]; inside: Tally | null }): string
  possessive(count: number): string
  enclosed(of: {
    kind: 'quote' | 'bracket'
    open: string
    close: string
    outside: number
    inside: number
    wordings: string[]
  }): string
  measures(tokens: Tally[]): string
  beside(of: { before: Tally[]; after: Tally[] }): string
  edgeWord(of: { token: string; place: 'first' | 'last'; inside: number; outside: number }): string
  neighbour(of: { other: string; before: number; after: number }): string
  otherLabel(of: {
    label: string
    other: string
    mentions: { mention: string; own: number; others: number }[]
    /** Each of them occurs but once under either label. */
    once: boolean
  }): string
  covered(of: { other: string; wordings: string[]; count: number }): string
  overlaps(of: { other: string; count: number; wordings: string[] }): string
  unlabelled(mentions: { mention: string; labelled: number; unlabelled: number }[]): string

  note: {
    builtOn(head: string): string
    typical: string
    abbreviation: string
    shortForm: string
    singleWord: string
    withDigits: string
    lowerCase: string
    otherLabel(other: string): string
    unlabelled: string
    covered(of: { other: string; whole: string | null }): string
    outside(token: string): string
    enclosed(kind: 'quote' | 'bracket', open: string): string
  }
}
