/** The words at both ends of a relation. */
export type Pair = { head: string; tail: string }

/** What the miner can say about a relation. Words come bare; figures stand in questions alone. */
export type RelationPhrases = {
  definition(of: {
    label: string
    readable: string | null
    pairs: Pair[]
    /** The types of most heads and tails. */
    types: Pair | null
    first: 'head' | 'tail' | null
    words: string[]
  }): string
  types(of: { types: Pair; pairs: Pair[] }): string
  between(of: { words: string[]; pairs: Pair[] }): string
  eitherFirst(of: { headFirst: Pair; tailFirst: Pair }): string
  severalTails(pairs: Pair[]): string
  severalHeads(pairs: Pair[]): string
  bothWays(pairs: Pair[]): string
  samePair(of: { other: string; pairs: Pair[] }): string
  otherWay(of: { other: string; pairs: Pair[] }): string
  unrelated: {
    rule(of: { types: Pair; pairs: Pair[] }): string
    ask(of: { types: Pair; pairs: Pair[]; related: number; unrelated: number }): string
  }
  note: Record<'head-first' | 'tail-first' | 'nested' | 'unrelated', string> & {
    words(words: string): string
  }
}
