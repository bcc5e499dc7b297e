type Figures = { outside: number; inside: number }

/** A rule either way, and the question where the gold is of two minds. */
type RuleOrQuestion<Said> = {
  outside(of: Said): string
  inside(of: Said): string
  ask(of: Said & Figures): string
}

/**
 * What the miner can say, in one language. Mentions come bare; the phrases put the quotation marks. Figures stand in
 * questions alone: all else may enter an instruction.
 */
export type Phrases = {
  definition(of: {
    label: string
    /** The label as words, when it is written as one. */
    readable: string | null
    examples: string[]
    look: 'names' | 'lower-case' | 'mixed'
    heads: { words: string[]; most: boolean } | null
    length: 'one-word' | 'several-words' | null
    leads: string[]
  }): string

  builtOn(of: { head: string; wordings: string[] }): string
  singleWords(wordings: string[]): string
  abbreviations(wordings: string[]): string
  shortForms(wordings: string[]): string
  joined(wordings: string[]): string
  withDigits(wordings: string[]): string
  lowerCase(wordings: string[]): string
  inLists(): string
  holds(of: { other: string; wordings: string[] }): string

  article: RuleOrQuestion<{ token: string; wordings: string[] }>
  title: RuleOrQuestion<{ place: 'before' | 'after'; tokens: string[]; wordings: string[] }>
  possessive(): string
  enclosed: RuleOrQuestion<{
    kind: 'quote' | 'bracket'
    open: string
    close: string
    wordings: string[]
  }>
  measures(tokens: string[]): string
  beside(of: { before: string[]; after: string[] }): string
  edgeWord: RuleOrQuestion<{ token: string; place: 'first' | 'last'; wordings: string[] }>
  neighbour(of: { other: string; before: boolean; after: boolean }): string

  otherLabel: {
    theirs(of: { label: string; other: string; mentions: string[] }): string
    ask(of: {
      label: string
      other: string
      mentions: { mention: string; own: number; others: number }[]
      /** Each of them occurs but once under either label. */
      once: boolean
    }): string
  }
  within: RuleOrQuestion<{ other: string; wordings: string[] }>
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
